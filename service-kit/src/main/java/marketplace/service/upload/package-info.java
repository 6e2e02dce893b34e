/**
 * Takes many items in one request: a JSON array, or newline-delimited JSON, of any length, without holding it.
 *
 * <p>The bytes are cut into items as they arrive; each item is read by the service's {@link
 * marketplace.service.upload.ItemReader} and handed to its {@link marketplace.service.upload.ItemSink}, and the next
 * bytes are asked for when that is done. A client that is slow costs a connection and the part of an item that it has
 * sent, and no thread.
 */
package marketplace.service.upload;
