/** What is known about clients and products, from the lake or from a file. */
package marketplace.recommendations.signals;
