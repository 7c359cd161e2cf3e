using System.Diagnostics;
using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.Folders;

namespace SearchNews.Articles.Auditing;

/// <summary>
/// Audits a folder of articles: what cannot be read, what is missing, and whether the signals that ranking builds on (quality, heat, dates, related lists) are
/// what it takes them for. Reads every file and changes nothing. Safe to share.
/// </summary>
public sealed class FolderAudit
{
    private readonly AuditOptions _options;
    private readonly TimeProvider _clock;
    private readonly ArticleReader _reader = new();

    /// <summary>Makes an audit.</summary>
    /// <param name="options">Options, or null for the default ones.</param>
    /// <param name="clock">Tells what is in the future; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public FolderAudit(AuditOptions? options = null, TimeProvider? clock = null)
    {
        _options = (options ?? new AuditOptions()).Validated();
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>Audits a folder.</summary>
    /// <param name="folder">The folder, sub-folders included.</param>
    /// <param name="progress">Told often, from the calling thread: files done, and files in all.</param>
    /// <param name="cancellationToken">Ends the audit.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be listed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public AuditReport Run(string folder, Action<int, int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        long started = Stopwatch.GetTimestamp();
        DateTimeOffset now = _clock.GetUtcNow();
        var source = new ArticleFolder(folder);
        if (!Directory.Exists(source.Root))
            throw new DirectoryNotFoundException($"There is no folder '{folder}' to audit.");

        progress?.Invoke(0, 0);
        ArticleFolderScan scan = source.Scan(cancellationToken);
        var diagnostics = new List<ArticleDiagnostic>(scan.Diagnostics);
        var tally = new AuditTally(_options, now);
        int done = 0;
        int removed = 0;
        foreach (ArticleReadResult result in Read(scan.Entries, cancellationToken))
        {
            diagnostics.AddRange(result.Article is null ? [result.Error!] : result.Diagnostics);
            if (result.Article is { Removed: true })
                removed++;
            else if (result.Article is { } article)
                tally.Add(article);
            progress?.Invoke(++done, scan.Entries.Count);
        }

        // Stable, so that the diagnostics of one file stay in their order.
        ArticleDiagnostic[] ordered = [.. diagnostics.OrderBy(d => d.Path, StringComparer.Ordinal)];
        return new AuditReport
        {
            Folder = source.Root,
            At = now,
            Files = scan.Entries.Count + scan.Diagnostics.Count(d => d.Code != DiagnosticCode.FolderUnreadable),
            Articles = tally.Articles,
            Removed = removed,
            Unreadable = [.. ordered.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString())],
            Warnings = [.. ordered.Where(d => d.Severity != DiagnosticSeverity.Error).Select(d => d.ToString())],
            NotRegular = scan.LinksSkipped + scan.NonRegularSkipped,
            LongestRelated = tally.LongestRelated,
            Findings = tally.Finish(),
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
        };
    }

    private ParallelQuery<ArticleReadResult> Read(IReadOnlyList<ArticleEntry> entries, CancellationToken cancellationToken) => entries
        .AsParallel().AsOrdered()
        .WithMergeOptions(ParallelMergeOptions.NotBuffered)
        .WithCancellation(cancellationToken)
        .Select(entry => _reader.Read(ArticleFile.Load(entry)));
}
