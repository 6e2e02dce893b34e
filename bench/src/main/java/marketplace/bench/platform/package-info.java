/** The platform that is measured, seen from outside. */
package marketplace.bench.platform;
