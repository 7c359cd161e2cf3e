using System.Diagnostics;
using SearchNews.Articles;
using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.Folders;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Search.Indexing.Manifests;

namespace SearchNews.Search.Indexing;

/// <summary>
/// One look at the source folder: lists it, compares with what the generation knows, reads what may differ and changes the index accordingly, without committing.
/// A new generation knows nothing, so that everything is read. Used once, by one thread.
/// </summary>
/// <remarks>
/// <para>A file whose path, size and modification time are as remembered is left alone. All others are read; when the content is as remembered too, only
/// size and time are noted. Reading is spread over threads, and so is making documents of articles; the index is changed by the calling thread, in path order, so that equal folders give equal indexes.</para>
/// <para>A time is remembered only when it lies <see cref="RacyMargin"/> or more before the listing: a later one could be shared by a change that comes after the reading.
/// When the clock stands before the last listing, times prove nothing and all content is compared.</para>
/// <para>A folder below that cannot be listed hides its articles; they stay as they are.</para>
/// </remarks>
internal sealed class FolderPass
{
    /// <summary>Room for file systems with coarse times (FAT counts in 2 s).</summary>
    public static readonly TimeSpan RacyMargin = TimeSpan.FromSeconds(2);

    private readonly GenerationWriter _target;
    private readonly FolderPassOptions _options;
    private readonly DateTimeOffset _startedAt;
    private readonly ArticleFolder _folder;

    // What is to be remembered once it is committed, and what is to be forgotten. No id is in both.
    private readonly ManifestTable _seen = new();
    private readonly List<string> _gone = [];

    // Files of the folder that are remembered.
    private int _found;

    /// <summary>Prepares a look.</summary>
    /// <param name="target">What to change.</param>
    /// <param name="source">The folder.</param>
    /// <param name="options">How to look.</param>
    /// <param name="now">The time.</param>
    public FolderPass(GenerationWriter target, string source, FolderPassOptions options, DateTimeOffset now)
    {
        _target = target;
        _options = options;
        _startedAt = now;
        _folder = new ArticleFolder(source);
    }

    /// <summary>Told once the files are listed; it may throw.</summary>
    public Action<ArticleFolderScan> Scanned { get; init; } = static _ => { };

    /// <summary>Counts what happened.</summary>
    public BuildTally Tally { get; } = new();

    /// <summary>True when there is something to commit.</summary>
    public bool ChangesIndex { get; private set; }

    /// <summary>True when a file was let off because its writer may not be done; look again soon.</summary>
    public bool IsUnfinished { get; private set; }

    /// <summary>Looks, and changes the index. After an exception the target is to be rolled back.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Run(Action<BuildProgress> progress, CancellationToken cancellationToken)
    {
        progress(new BuildProgress(BuildStage.Scanning, 0, 0));
        long started = Stopwatch.GetTimestamp();
        ArticleFolderScan scan = _folder.Scan(cancellationToken);
        Tally.CountFolder(scan);
        Scanned(scan);
        List<int> suspects = FindSuspects(scan);
        List<string> gone = FindGone(scan);
        Tally.ScanTime = Stopwatch.GetElapsedTime(started);

        foreach (string id in gone) Forget(id);
        if (suspects.Count == 0) return;
        using var readings = new ReadAhead(suspects.Select(place => scan.Entries[place]), suspects.Count, Read, _options.Parallelism, cancellationToken);
        _target.Prepare();
        for (int done = 1; readings.Next() is { } reading; done++)
        {
            Apply(reading);
            progress(new BuildProgress(BuildStage.Indexing, done, suspects.Count));
        }
    }

    /// <summary>Tells the manifest what was seen; to be called once, when all of it is committed.</summary>
    public void Remember()
    {
        ArticleManifest manifest = _target.Manifest;
        manifest.Set(_seen);
        foreach (string id in _gone) manifest.Remove(id);
        manifest.SetScanned(_startedAt);
    }

    /// <summary>The places of the files that are not as remembered, or may not be.</summary>
    private List<int> FindSuspects(ArticleFolderScan scan)
    {
        ArticleManifest manifest = _target.Manifest;
        bool trusted = !_options.FullHash && manifest.ScannedAt <= _startedAt && _target.Source == _folder.Root;
        var suspects = new List<int>(trusted ? 16 : scan.Entries.Count);
        for (int place = 0; place < scan.Entries.Count; place++)
        {
            ArticleEntry entry = scan.Entries[place];
            if (manifest.Entries.TryGetValue(entry.Id, out ManifestEntry? known)) _found++;
            if (trusted && known is not null && known.ModifiedTicks != ManifestEntry.Unsure
                && known.ModifiedTicks == entry.ModifiedAt.UtcTicks && known.Size == entry.Size && known.Path == entry.Path)
            {
                Tally.CountKnown(known);
            }
            else
            {
                suspects.Add(place);
            }
        }

        return suspects;
    }

    /// <summary>The ids of files that are not there any more.</summary>
    private List<string> FindGone(ArticleFolderScan scan)
    {
        var gone = new List<string>();
        ManifestTable known = _target.Manifest.Entries;
        if (known.Count == _found) return gone;
        var seen = new HashSet<string>(scan.Entries.Count, StringComparer.Ordinal);
        foreach (ArticleEntry entry in scan.Entries) seen.Add(entry.Id);
        string[] hidden = [.. scan.Diagnostics.Where(d => d.Code == DiagnosticCode.FolderUnreadable).Select(d => d.Path + "/")];
        foreach ((string id, ManifestEntry file) in known)
        {
            if (seen.Contains(id)) continue;
            if (Array.Exists(hidden, h => file.Path.StartsWith(h, StringComparison.Ordinal))) Tally.CountKnown(file);
            else gone.Add(id);
        }

        return gone;
    }

    /// <summary>Reads one file; called by many threads. Content that is as remembered is not parsed.</summary>
    private ArticleReading Read(ArticleEntry entry)
    {
        long started = Stopwatch.GetTimestamp();
        ArticleFileContent content = ArticleFile.Load(entry);
        long loaded = Stopwatch.GetTimestamp();
        bool same = content.Problem is null
            && _target.Manifest.Entries.TryGetValue(entry.Id, out ManifestEntry? known)
            && known.Hash == ContentHash.Of(content.ContentHash)
            && (known.Outcome != ArticleOutcome.Skipped || known.Path == entry.Path);
        ArticleReadResult? result = same ? null : _options.Reader.Read(content);
        long parsed = Stopwatch.GetTimestamp();
        Document? document = result?.Article is { Removed: false } article ? ArticleMapper.Map(article, ArticleRecord.Of(article)) : null;
        Tally.CountReading(loaded - started, parsed - loaded, Stopwatch.GetTimestamp() - parsed);
        return new ArticleReading(content, result, document);
    }

    private void Apply(ArticleReading reading)
    {
        ArticleEntry entry = reading.Content.Entry;
        ManifestEntry? known = _target.Manifest.Entries.GetValueOrDefault(entry.Id);
        if (reading.Result is null) Keep(reading, known!);
        else if (reading.Result.Error is { } error) Skip(reading, known, error);
        else Index(reading, known, reading.Result.Article!);
    }

    /// <summary>The content is as it was.</summary>
    private void Keep(ArticleReading reading, ManifestEntry known)
    {
        Tally.CountKnown(known);
        Note(reading, known.Outcome, known.Problem);
    }

    private void Skip(ArticleReading reading, ManifestEntry? known, ArticleDiagnostic error)
    {
        ArticleEntry entry = reading.Content.Entry;
        if (error.Code == DiagnosticCode.FileVanished)
        {
            if (known is not null) Forget(entry.Id);
            return;
        }

        bool isIndexed = known is { Outcome: ArticleOutcome.Indexed };
        bool isYoung = (_startedAt - entry.ModifiedAt).Duration() < _options.Patience;
        if (isYoung || error.Code == DiagnosticCode.FileChanging)
        {
            // What is remembered stays too, so that the next look reads the file again.
            IsUnfinished = true;
            if (known is { } before && before.Outcome != ArticleOutcome.Skipped) Tally.CountKnown(before);
            if (!isYoung) Tally.CountSkipped(error);
            return;
        }

        Tally.CountSkipped(error);
        if (known is not { Outcome: ArticleOutcome.Skipped }) Tally.NewlySkipped++;
        if (isIndexed) Drop(entry.Id);
        Note(reading, ArticleOutcome.Skipped, error);
    }

    private void Index(ArticleReading reading, ManifestEntry? known, Article article)
    {
        Tally.CountWarnings(reading.Result!.Diagnostics);
        bool isIndexed = known is { Outcome: ArticleOutcome.Indexed };
        if (article.Removed)
        {
            Tally.CountRemoved();
            if (isIndexed) Drop(article.Id);
            Note(reading, ArticleOutcome.Removed, null);
            return;
        }

        long started = Stopwatch.GetTimestamp();
        try
        {
            _target.Put(article, reading.Document!, isIndexed);
        }
        catch (InvalidDocumentException e)
        {
            Skip(reading, known, new ArticleDiagnostic(reading.Content.Entry.Path, 1, 1, "document-refused", DiagnosticSeverity.Error, e.Message));
            return;
        }

        ChangesIndex = true;
        Tally.CountIndexed(Stopwatch.GetElapsedTime(started));
        Note(reading, ArticleOutcome.Indexed, null);
    }

    private void Forget(string id)
    {
        if (_target.Manifest.Entries[id].Outcome == ArticleOutcome.Indexed) Drop(id);
        _gone.Add(id);
    }

    private void Drop(string id)
    {
        long started = Stopwatch.GetTimestamp();
        _target.Delete(id);
        ChangesIndex = true;
        Tally.CountDeleted(Stopwatch.GetElapsedTime(started));
    }

    private void Note(ArticleReading reading, ArticleOutcome outcome, ArticleDiagnostic? problem)
    {
        ArticleFileContent content = reading.Content;
        bool isSure = content.Problem is null && content.Entry.ModifiedAt < _startedAt - RacyMargin;
        long ticks = isSure ? content.Entry.ModifiedAt.UtcTicks : ManifestEntry.Unsure;
        _seen.Set(new ManifestEntry(content.Entry.Path, content.Entry.Size, ticks, ContentHash.Of(content.ContentHash), outcome, problem));
    }
}
