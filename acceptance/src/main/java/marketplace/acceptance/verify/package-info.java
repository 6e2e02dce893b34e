/** {@code ./marketplace verify}: tries the criteria, and tells what was found. */
package marketplace.acceptance.verify;
