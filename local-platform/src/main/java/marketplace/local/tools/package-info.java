/** Programs that are not of Maven's: found on this machine, or brought from the operating system's packages. */
package marketplace.local.tools;
