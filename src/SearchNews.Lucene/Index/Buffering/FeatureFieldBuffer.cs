namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Features: names as terms, values as frequencies.</summary>
internal sealed class FeatureFieldBuffer(string name, TermEncoder encoder) : IndexedFieldBuffer(name, Options, encoder)
{
    public const IndexOptions Options = IndexOptions.DocsAndFreqs;

    // Features of the current document; a handful at most.
    private readonly List<int> _seen = [];

    /// <summary>Adds a feature to the current document.</summary>
    /// <exception cref="InvalidDocumentException">The document has it already: Lucene would add the two frequencies and so spoil the value.</exception>
    public void Add(string feature, int freq)
    {
        IsInDocument = true;
        int id = Postings.Add(Encode(feature), freq);
        if (_seen.Contains(id)) throw new InvalidDocumentException(Name, $"has feature '{feature}' twice in this document.");
        _seen.Add(id);
    }

    /// <inheritdoc/>
    protected override void Restart() => _seen.Clear();
}
