namespace SearchNews.Lucene.Index;

/// <summary>There is no commit (no <c>segments_N</c> file) where an index was expected.</summary>
public sealed class IndexNotFoundException : FileNotFoundException
{
    /// <summary>Creates the error.</summary>
    public IndexNotFoundException(string message)
        : base(message)
    {
    }
}
