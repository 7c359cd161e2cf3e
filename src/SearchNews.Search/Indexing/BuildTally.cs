using System.Diagnostics;
using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.Folders;
using SearchNews.Search.Indexing.Manifests;

namespace SearchNews.Search.Indexing;

/// <summary>Counts what happens while a folder is looked at. <see cref="CountReading"/> may be called from many threads, the rest from one.</summary>
internal sealed class BuildTally
{
    private readonly List<ArticleDiagnostic> _skipped = [];
    private readonly List<ArticleDiagnostic> _warnings = [];
    private long _readTicks;
    private long _parseTicks;
    private long _mapTicks;
    private TimeSpan _indexTime;

    public int Indexed { get; private set; }

    public int Unchanged { get; private set; }

    public int Deleted { get; private set; }

    public int Removed { get; private set; }

    public int NotRegular { get; private set; }

    public int Skipped => _skipped.Count;

    /// <summary>Files skipped that were not before.</summary>
    public int NewlySkipped { get; set; }

    public TimeSpan ScanTime { get; set; }

    public TimeSpan CommitTime { get; set; }

    /// <summary>Articles the index has afterwards.</summary>
    public int Articles => Indexed + Unchanged;

    public ArticleDiagnostic? FirstSkipped => _skipped.FirstOrDefault();

    /// <summary>Takes in what was passed over when the folder was listed.</summary>
    public void CountFolder(ArticleFolderScan scan)
    {
        _skipped.AddRange(scan.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        _warnings.AddRange(scan.Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Error));
        NotRegular += scan.LinksSkipped + scan.NonRegularSkipped;
    }

    /// <summary>Counts the time of reading one file, parsing it and making a document of it, in ticks of the stopwatch.</summary>
    public void CountReading(long readTicks, long parseTicks, long mapTicks)
    {
        Interlocked.Add(ref _mapTicks, mapTicks);
        Interlocked.Add(ref _readTicks, readTicks);
        Interlocked.Add(ref _parseTicks, parseTicks);
    }

    /// <summary>Counts a file that is as it was.</summary>
    public void CountKnown(ManifestEntry file)
    {
        if (file.Outcome == ArticleOutcome.Indexed) Unchanged++;
        else if (file.Outcome == ArticleOutcome.Removed) Removed++;
        else if (file.Problem is { } problem) _skipped.Add(problem);
    }

    public void CountIndexed(TimeSpan time)
    {
        Indexed++;
        _indexTime += time;
    }

    public void CountDeleted(TimeSpan time)
    {
        Deleted++;
        _indexTime += time;
    }

    public void CountRemoved() => Removed++;

    public void CountSkipped(ArticleDiagnostic diagnostic) => _skipped.Add(diagnostic);

    public void CountWarnings(IEnumerable<ArticleDiagnostic> diagnostics) => _warnings.AddRange(diagnostics);

    /// <summary>Takes in a later look of the same build: what there is now counts, all of it as indexed by this build; times add up.</summary>
    public void Absorb(BuildTally later)
    {
        Indexed = later.Articles;
        Unchanged = 0;
        Removed = later.Removed;
        NotRegular = later.NotRegular;
        _skipped.Clear();
        _skipped.AddRange(later._skipped);
        _warnings.AddRange(later._warnings);
        _readTicks += later._readTicks;
        _parseTicks += later._parseTicks;
        _mapTicks += later._mapTicks;
        _indexTime += later._indexTime;
        ScanTime += later.ScanTime;
        CommitTime += later.CommitTime;
    }

    /// <summary>Fills what every report says.</summary>
    public T CopyTo<T>(T report)
        where T : IndexReport => (T)(report with
        {
            Indexed = Indexed,
            Unchanged = Unchanged,
            Deleted = Deleted,
            Removed = Removed,
            NotRegular = NotRegular,
            Skipped = Lines(_skipped),
            Warnings = Lines(_warnings),
            ScanSeconds = ScanTime.TotalSeconds,
            ReadSeconds = Seconds(_readTicks),
            ParseSeconds = Seconds(_parseTicks),
            MapSeconds = Seconds(_mapTicks),
            IndexSeconds = _indexTime.TotalSeconds,
            CommitSeconds = CommitTime.TotalSeconds,
        });

    private static string[] Lines(List<ArticleDiagnostic> diagnostics) => [.. diagnostics.OrderBy(d => d.Path, StringComparer.Ordinal).Select(d => d.ToString())];

    private static double Seconds(long ticks) => ticks / (double)Stopwatch.Frequency;
}
