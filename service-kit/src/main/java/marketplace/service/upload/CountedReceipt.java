package marketplace.service.upload;

import io.micrometer.core.instrument.Counter;

/** A receipt that is counted if it is good. */
public final class CountedReceipt implements Receipt {
    private final Receipt receipt;
    private final Counter accepted;

    public CountedReceipt(final Receipt receipt, final Counter accepted) {
        this.receipt = receipt;
        this.accepted = accepted;
    }

    @Override
    public void accepted() {
        accepted.increment();
        receipt.accepted();
    }

    @Override
    public void rejected(final String field, final String reason) {
        receipt.rejected(field, reason);
    }

    @Override
    public void failed(final Throwable cause) {
        receipt.failed(cause);
    }
}
