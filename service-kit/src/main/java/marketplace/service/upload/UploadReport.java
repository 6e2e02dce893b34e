package marketplace.service.upload;

import java.util.Optional;

/**
 * What became of an upload.
 *
 * @param accepted how many items are where they cannot be lost
 * @param rejections the items that were refused
 * @param broken why the bytes could not be read to their end, if so
 * @param failure what could not be reached, if so
 */
record UploadReport(long accepted, Rejections rejections, Optional<String> broken, Optional<Throwable> failure) {}
