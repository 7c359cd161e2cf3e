namespace SearchNews.Lucene.Index;

/// <summary>Where the postings of one term of one segment are: lets a term that was looked up once be opened again without a search. Immutable to callers.</summary>
public abstract class TermState
{
    /// <summary>Number of documents with the term, deleted ones included.</summary>
    public int DocFreq { get; set; }

    /// <summary>Occurrences of the term in all documents; equals <see cref="DocFreq"/> when frequencies are not indexed.</summary>
    public long TotalTermFreq { get; set; }
}
