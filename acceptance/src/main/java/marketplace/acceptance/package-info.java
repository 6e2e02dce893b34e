/** The platform tried and shown from outside: {@code ./marketplace verify}, {@code demo} and {@code simulate}. */
package marketplace.acceptance;
