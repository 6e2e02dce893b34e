/** The platform that runs, seen from outside. */
package marketplace.tool.platform;
