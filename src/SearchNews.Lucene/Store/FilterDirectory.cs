namespace SearchNews.Lucene.Store;

/// <summary>Passes everything on to another directory; subclasses watch or change some of it. Does not own the other directory.</summary>
/// <param name="inner">The other directory.</param>
public abstract class FilterDirectory(IndexDirectory inner) : IndexDirectory
{
    /// <summary>The other directory.</summary>
    protected IndexDirectory Inner => inner;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListAll() => inner.ListAll();

    /// <inheritdoc/>
    public override long FileLength(string name) => inner.FileLength(name);

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name) => inner.CreateOutput(name);

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name) => inner.OpenInput(name);

    /// <inheritdoc/>
    public override void DeleteFile(string name) => inner.DeleteFile(name);

    /// <inheritdoc/>
    public override void Rename(string source, string destination) => inner.Rename(source, destination);

    /// <inheritdoc/>
    public override void Replace(string source, string destination) => inner.Replace(source, destination);

    /// <inheritdoc/>
    public override void Sync(IEnumerable<string> names) => inner.Sync(names);

    /// <inheritdoc/>
    public override void SyncMetadata() => inner.SyncMetadata();

    /// <inheritdoc/>
    public override IndexLock ObtainLock(string name) => inner.ObtainLock(name);
}
