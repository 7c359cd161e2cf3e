using System.Diagnostics;
using SearchNews.Lucene.Index;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing.Manifests;
using SearchNews.Search.Observability;

namespace SearchNews.Search.Indexing;

/// <summary>
/// Brings the live generation up to date with its source folder: reads what changed, changes that in one commit. Killed at any moment, the last commit is
/// what there is. The index then has the ids and stored fields of one built anew, and the same scores once deleted articles are merged away.
/// </summary>
public sealed class IndexUpdater
{
    private readonly GenerationStore _store;
    private readonly UpdateOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>Creates an updater for an index folder.</summary>
    public IndexUpdater(GenerationStore store, UpdateOptions? options = null, TimeProvider? clock = null)
    {
        _store = store;
        _options = options ?? new UpdateOptions();
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>
    /// Begins to load what an update needs, on another processor if there is one: to be called early by a process that does one update and ends, for most of its time goes into that.
    /// </summary>
    public static void Prepare() => UpdateRehearsal.Begin();

    /// <summary>Updates from <paramref name="source"/>.</summary>
    /// <param name="source">The folder of articles; null for the one that the index was made from.</param>
    /// <param name="progress">Told often, from the calling thread.</param>
    /// <param name="cancellationToken">Ends the update; the index stays as it is.</param>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    /// <exception cref="IndexLockedException">Somebody else is writing.</exception>
    /// <exception cref="BuildRefusedException">A safety check failed.</exception>
    /// <exception cref="BackendUnavailableException">There is no index yet, or it has another schema.</exception>
    public UpdateReport Update(string? source = null, Action<BuildProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using WriterLock held = WriterLock.Obtain(_store.Root, "index update");
        Generation live = _store.FindLive() ?? throw NoIndex();
        using GenerationWriter target = GenerationWriter.Open(_store, live);
        return Update(target, Path.GetFullPath(source ?? target.Source ?? _store.DefaultSource), _options with { FinishMerges = true }, _clock, progress ?? (static _ => { }), cancellationToken).Report;
    }

    /// <summary>Why there is nothing to update.</summary>
    internal static BackendUnavailableException NoIndex() => new("No index has been built yet; run 'searchnews index rebuild'.");

    /// <summary>Updates an open generation. After an exception it is as of its last commit.</summary>
    internal static UpdateOutcome Update(
        GenerationWriter target, string source, UpdateOptions options, TimeProvider clock, Action<BuildProgress> progress, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(source)) throw new DirectoryNotFoundException($"There is no folder '{source}' to read articles from; the index stays as it is.");
        long started = Stopwatch.GetTimestamp();
        int before = target.Manifest.CountIndexed();
        var pass = new FolderPass(target, source, new FolderPassOptions { FullHash = options.FullHash, Parallelism = options.Parallelism, Patience = options.Patience }, clock.GetUtcNow());
        try
        {
            pass.Run(progress, cancellationToken);
            BuildTally tally = pass.Tally;
            if (!options.AllowShrink) SafetyCheck.CheckShrink(before, tally.Articles, options.FewAllowed);
            if (!options.AllowSkips) SafetyCheck.CheckSkips(tally.NewlySkipped, tally.Articles + tally.Skipped, tally.FirstSkipped);
            progress(new BuildProgress(BuildStage.Committing, 0, 0));
            cancellationToken.ThrowIfCancellationRequested();
            using Activity? span = SearchActivities.Start(SearchActivities.Commit);
            long commitStarted = Stopwatch.GetTimestamp();
            if (pass.ChangesIndex || target.Source != source) target.CommitChanges(source, clock.GetUtcNow());
            if (options.FinishMerges) target.FinishMerges();
            tally.CommitTime = Stopwatch.GetElapsedTime(commitStarted);
        }
        catch
        {
            target.Rollback();
            throw;
        }

        pass.Remember();
        target.SaveManifest();
        UpdateReport report = pass.Tally.CopyTo(new UpdateReport
        {
            Generation = target.Generation.Name,
            Commit = target.Commit!.Generation,
            Bytes = target.Bytes,
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
        });
        EngineCounters.CountUpdate(report.Seconds);
        return new UpdateOutcome(report, pass.IsUnfinished);
    }
}
