/** The arithmetic: matrices of items, and scores by them. Plain Java. */
package marketplace.recommendations.matrix;
