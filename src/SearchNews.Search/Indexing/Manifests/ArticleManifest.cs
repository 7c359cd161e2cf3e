using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Search.Indexing.Manifests;

/// <summary>
/// What a generation's last commit knows of the article files of its source folder, by article id, so that an update compares sizes and times without reading
/// anything else. Held in memory while a writer is open. Not thread-safe.
/// </summary>
internal sealed class ArticleManifest
{
    private ManifestTable _entries;
    private bool _isSaved;

    /// <summary>Creates a manifest without files.</summary>
    public ArticleManifest()
        : this(new ManifestTable(), default)
    {
    }

    internal ArticleManifest(ManifestTable entries, DateTimeOffset scannedAt)
    {
        _entries = entries;
        ScannedAt = scannedAt;
    }

    /// <summary>The files by article id.</summary>
    public ManifestTable Entries => _entries;

    /// <summary>When the folder was last listed.</summary>
    public DateTimeOffset ScannedAt { get; private set; }

    /// <summary>The manifest of a commit; null when there is none that can be trusted.</summary>
    public static ArticleManifest? Load(IndexDirectory directory, SegmentInfos commit)
    {
        if (ManifestReader.Read(directory, commit) is not { } manifest) return null;
        manifest._isSaved = true;
        return manifest;
    }

    /// <summary>Articles that are in the index.</summary>
    public int CountIndexed() => _entries.CountOf(ArticleOutcome.Indexed);

    /// <summary>Remembers a file.</summary>
    public void Set(ManifestEntry entry)
    {
        if (_entries.Set(entry)) _isSaved = false;
    }

    /// <summary>Remembers many files; nobody else may use <paramref name="entries"/> afterwards.</summary>
    public void Set(ManifestTable entries)
    {
        if (_entries.Count == 0 && entries.Count > 0)
        {
            _entries = entries;
            _isSaved = false;
            return;
        }

        foreach (ManifestEntry entry in entries.Values) Set(entry);
    }

    /// <summary>Forgets a file.</summary>
    public void Remove(string id)
    {
        if (_entries.Remove(id)) _isSaved = false;
    }

    /// <summary>The folder was listed. Saved with the next change only, unless the clock went back: then times prove something again.</summary>
    public void SetScanned(DateTimeOffset scannedAt)
    {
        if (scannedAt < ScannedAt) _isSaved = false;
        ScannedAt = scannedAt;
    }

    /// <summary>The commit it is saved with is not the last any more.</summary>
    public void Invalidate() => _isSaved = false;

    /// <summary>Writes it beside the commit, unless nothing changed. A failure costs time later, nothing else, and is not reported.</summary>
    public void Save(IndexDirectory directory, SegmentInfos commit)
    {
        if (_isSaved) return;
        try
        {
            ManifestWriter.Write(directory, commit, this);
            _isSaved = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is there now is damaged or of another commit, which a reader notices.
            _isSaved = false;
        }
    }
}
