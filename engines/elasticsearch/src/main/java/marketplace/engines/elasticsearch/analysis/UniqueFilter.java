package marketplace.engines.elasticsearch.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Lets each word through once. */
final class UniqueFilter extends FilteringTokenFilter {
    private static final int SOME = 16;

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final CharArraySet seen = new CharArraySet(SOME, false);

    UniqueFilter(TokenStream tokens) {
        super(tokens);
    }

    @Override
    protected boolean accept() {
        if (seen.contains(word.buffer(), 0, word.length())) {
            return false;
        }
        // The set keeps the array that it is given.
        seen.add(word.toString().toCharArray());
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        seen.clear();
    }
}
