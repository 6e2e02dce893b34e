/** Records as JSON, for people and for search. */
package marketplace.schemas.json;
