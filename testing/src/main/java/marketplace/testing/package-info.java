/** Real engines for integration tests: {@link marketplace.testing.Engines} starts them, once for a module's tests. */
package marketplace.testing;
