namespace SearchNews.Lucene.Index;

/// <summary>
/// The documents that hold any of a number of terms of one field of one segment, marked in a window of documents at a time, so that those who want the first few need not read
/// the rest. Belongs to one thread.
/// </summary>
internal abstract class DocUnion
{
    /// <summary>How many terms were added.</summary>
    public int Count { get; private set; }

    /// <summary>The sum of their document frequencies: at least as many as there are documents.</summary>
    public long Cost { get; private set; }

    /// <summary>Adds the current term of an enum of the field and segment. Not after <see cref="Mark"/>.</summary>
    public void Add(TermsEnum terms)
    {
        Count++;
        Cost += terms.DocFreq;
        AddPostings(terms);
    }

    /// <summary>Sets the bits of all documents of a window.</summary>
    /// <param name="window">A bit a document, cleared.</param>
    /// <param name="start">The document of the first bit, not within any window before.</param>
    public abstract void Mark(Span<ulong> window, int start);

    /// <summary>Keeps where the postings of the current term are.</summary>
    protected abstract void AddPostings(TermsEnum terms);
}
