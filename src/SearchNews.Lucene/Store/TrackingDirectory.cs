namespace SearchNews.Lucene.Store;

/// <summary>Remembers which files were created through it and not deleted again: the files of one segment that is being written. One thread at a time.</summary>
internal sealed class TrackingDirectory(IndexDirectory inner) : FilterDirectory(inner)
{
    private readonly SortedSet<string> _created = new(StringComparer.Ordinal);

    /// <summary>Names of the files there are so far.</summary>
    public IReadOnlyCollection<string> Created => _created;

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name)
    {
        // Noted even when creating fails, as the file may be there all the same.
        _created.Add(name);
        return base.CreateOutput(name);
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        base.DeleteFile(name);
        _created.Remove(name);
    }
}
