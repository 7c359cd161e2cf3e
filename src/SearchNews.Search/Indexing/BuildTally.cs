using System.Diagnostics;
using SearchNews.Articles;
using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.Folders;

namespace SearchNews.Search.Indexing;

/// <summary>Counts what happens during a build. <see cref="Read"/> may be called from many threads, the rest from one.</summary>
internal sealed class BuildTally
{
    private readonly List<ArticleDiagnostic> _skipped;
    private readonly List<ArticleDiagnostic> _warnings;
    private long _readTicks;
    private long _parseTicks;
    private TimeSpan _indexTime;

    public BuildTally(IReadOnlyList<ArticleDiagnostic> folderProblems)
    {
        _skipped = [.. folderProblems.Where(p => p.Severity == DiagnosticSeverity.Error)];
        _warnings = [.. folderProblems.Where(p => p.Severity != DiagnosticSeverity.Error)];
    }

    public int Indexed { get; private set; }

    public int Removed { get; private set; }

    public int Skipped => _skipped.Count;

    public ArticleDiagnostic? FirstSkipped => _skipped.FirstOrDefault();

    /// <summary>Reads and parses one file, and keeps the time of both.</summary>
    public ArticleReadResult Read(ArticleReader reader, ArticleEntry entry)
    {
        long start = Stopwatch.GetTimestamp();
        ArticleFileContent content = ArticleFile.Load(entry);
        long loaded = Stopwatch.GetTimestamp();
        ArticleReadResult result = reader.Read(content);
        Interlocked.Add(ref _readTicks, loaded - start);
        Interlocked.Add(ref _parseTicks, Stopwatch.GetTimestamp() - loaded);
        return result;
    }

    /// <summary>Counts a file by what became of it.</summary>
    public void Count(ArticleReadResult result)
    {
        if (result.Error is { } error) _skipped.Add(error);
        else _warnings.AddRange(result.Diagnostics);
        if (result.Article is { Removed: true }) Removed++;
    }

    public void CountIndexed(TimeSpan time)
    {
        Indexed++;
        _indexTime += time;
    }

    public void CountSkipped(ArticleDiagnostic diagnostic) => _skipped.Add(diagnostic);

    public BuildReport ToReport(string generation, int notRegular, long bytes) => new()
    {
        Generation = generation,
        Indexed = Indexed,
        Removed = Removed,
        NotRegular = notRegular,
        Skipped = [.. _skipped.OrderBy(d => d.Path, StringComparer.Ordinal).Select(d => d.ToString())],
        Warnings = [.. _warnings.OrderBy(d => d.Path, StringComparer.Ordinal).Select(d => d.ToString())],
        ReadSeconds = Seconds(_readTicks),
        ParseSeconds = Seconds(_parseTicks),
        IndexSeconds = _indexTime.TotalSeconds,
        Bytes = bytes,
    };

    private static double Seconds(long ticks) => ticks / (double)Stopwatch.Frequency;
}
