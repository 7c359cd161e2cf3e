namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Keywords: whole values as terms, documents only.</summary>
internal sealed class KeywordFieldBuffer(string name, TermEncoder encoder) : IndexedFieldBuffer(name, Options, encoder)
{
    public const IndexOptions Options = IndexOptions.Docs;

    /// <summary>Adds a keyword to the current document; repeats do no harm.</summary>
    public void Add(string value)
    {
        IsInDocument = true;
        Postings.Add(Encode(value), 0);
    }
}
