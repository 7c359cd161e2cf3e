namespace SearchNews.Lucene.Index;

/// <summary>Files that are not deleted before this is disposed.</summary>
internal sealed class KeptFiles(Action release) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => release();
}
