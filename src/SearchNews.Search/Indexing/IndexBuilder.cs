using System.Diagnostics;
using SearchNews.Articles.Folders;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Generations;
using SearchNews.Search.Observability;

namespace SearchNews.Search.Indexing;

/// <summary>
/// Builds a new generation beside the live one: read the folder, index, commit, read back and verify, catch up with what changed meanwhile, switch, delete what
/// is no longer kept. Whatever happens before the switch, the live generation stays as it is.
/// </summary>
public sealed class IndexBuilder
{
    // Looks before the last one, when that keeps others waiting.
    private const int MaxCatchUps = 3;

    private readonly GenerationStore _store;
    private readonly BuildOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>Creates a builder for an index folder.</summary>
    public IndexBuilder(GenerationStore store, BuildOptions? options = null, TimeProvider? clock = null)
    {
        _store = store;
        _options = options ?? new BuildOptions();
        _clock = clock ?? TimeProvider.System;
    }

    private FolderPassOptions PassOptions => new() { Parallelism = _options.Parallelism, Reader = _options.Reader };

    /// <summary>Tells how much room there is, in bytes.</summary>
    internal Func<string, long> FreeSpace { get; init; } = SpaceEstimate.FreeAt;

    /// <summary>Builds from <paramref name="source"/> and switches to the result.</summary>
    /// <param name="source">The folder of articles.</param>
    /// <param name="progress">Told often, from the calling thread.</param>
    /// <param name="cancellationToken">Ends the build; what was built is deleted.</param>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    /// <exception cref="IndexLockedException">Somebody else is writing.</exception>
    /// <exception cref="BuildRefusedException">A safety check failed; <see cref="NotEnoughSpaceException"/> when the disk is too full.</exception>
    public BuildReport Build(string source, Action<BuildProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        // That somebody else is writing is said first, but no folder is made for an index of nothing.
        if (!Directory.Exists(_store.Root)) CheckSource(source);
        using WriterLock held = WriterLock.Obtain(_store.Root, "index rebuild");
        return Build(source, progress ?? (static _ => { }), exclusively: null, cancellationToken);
    }

    /// <summary>Builds while the caller holds the lock of the index folder.</summary>
    /// <param name="source">The folder of articles.</param>
    /// <param name="progress">Told often, from the calling thread.</param>
    /// <param name="exclusively">Runs the last step, in which nobody else may change the source folder or the index: the last catching up and the switch; null when nobody else waits.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    internal BuildReport Build(string source, Action<BuildProgress> progress, Action<Action>? exclusively, CancellationToken cancellationToken)
    {
        source = CheckSource(source);
        using Activity? span = SearchActivities.Start(SearchActivities.Rebuild);
        long started = _clock.GetTimestamp();
        _store.DeleteUnfinished();
        Generation generation = _store.CreateNext();
        try
        {
            Generation? previous = null;
            void Last(Action finish)
            {
                finish();
                previous = FindLive();
                _store.Switch(generation);
            }

            BuildReport report = exclusively is null
                ? Fill(generation, source, progress, new SpentMemory(isAlone: true), catchUps: 0, Last, cancellationToken)
                : Fill(generation, source, progress, new SpentMemory(isAlone: false), MaxCatchUps, finish => exclusively(() => Last(finish)), cancellationToken);
            report = report with { Pruned = _store.Prune(_options.Keep, previous), Seconds = _clock.GetElapsedTime(started).TotalSeconds };
            EngineCounters.CountRebuild(report.Seconds);
            return report;
        }
        catch
        {
            if (FindLive() != generation) _store.DeleteUnfinished();
            throw;
        }
    }

    private static string CheckSource(string source)
    {
        source = Path.GetFullPath(source);
        return Directory.Exists(source) ? source : throw new DirectoryNotFoundException($"There is no folder '{source}' to read articles from.");
    }

    private BuildReport Fill(Generation generation, string source, Action<BuildProgress> progress, SpentMemory spent, int catchUps, Action<Action> last, CancellationToken cancellationToken)
    {
        // Counted before the folder is listed: the live generation may grow meanwhile, and what it grew by is taken in below.
        int before = CountLive();
        using GenerationWriter target = GenerationWriter.Create(_store, generation, _options.RamBufferBytes);
        var pass = new FolderPass(target, source, PassOptions, _clock.GetUtcNow()) { Scanned = CheckSpace };
        pass.Run(progress, cancellationToken);
        target.Flush();
        spent.Release(target.Bytes);
        BuildTally tally = pass.Tally;
        progress(new BuildProgress(BuildStage.Committing, tally.Articles, tally.Articles));
        CheckSafety(tally, before);
        long commitStarted = Stopwatch.GetTimestamp();
        target.MergeAll();
        TimeSpan mergeTime = Stopwatch.GetElapsedTime(commitStarted);
        target.CommitChanges(source, _clock.GetUtcNow());
        pass.Remember();
        tally.CommitTime = Stopwatch.GetElapsedTime(commitStarted);
        spent.Release(target.Bytes);
        cancellationToken.ThrowIfCancellationRequested();
        progress(new BuildProgress(BuildStage.Verifying, tally.Articles, tally.Articles));
        long verifyStarted = Stopwatch.GetTimestamp();
        target.Verify(tally.Indexed);
        long verified = Stopwatch.GetTimestamp();
        spent.Release(target.Bytes);

        // What changed meanwhile. Each time there is less, so that the last step, which keeps others waiting, has next to nothing to do.
        for (int i = 0; i < catchUps && CatchUp(target, source, tally, cancellationToken); i++) progress(new BuildProgress(BuildStage.Committing, tally.Articles, tally.Articles));
        long bytes = 0;
        last(() =>
        {
            CatchUp(target, source, tally, cancellationToken);
            CheckSafety(tally, CountLive());
            target.SaveManifest();
            bytes = target.Bytes;
            target.Dispose();
        });
        return tally.CopyTo(new BuildReport
        {
            Generation = generation.Name,
            Bytes = bytes,
            MergeSeconds = mergeTime.TotalSeconds,
            StorySeconds = target.StoryTime.TotalSeconds,
            VerifySeconds = Stopwatch.GetElapsedTime(verifyStarted, verified).TotalSeconds,
            FinishSeconds = Stopwatch.GetElapsedTime(verified).TotalSeconds,
        });
    }

    /// <summary>Takes in what changed since the folder was last looked at; true when something had.</summary>
    private bool CatchUp(GenerationWriter target, string source, BuildTally tally, CancellationToken cancellationToken)
    {
        var pass = new FolderPass(target, source, PassOptions, _clock.GetUtcNow());
        pass.Run(static _ => { }, cancellationToken);
        if (pass.ChangesIndex) target.CommitChanges(source, _clock.GetUtcNow());
        pass.Remember();
        tally.Absorb(pass.Tally);
        return pass.ChangesIndex;
    }

    private void CheckSpace(ArticleFolderScan scan)
    {
        long needed = SpaceEstimate.Of(FindLive(), scan.Entries.Count, scan.Entries.Sum(e => e.Size));
        long free = FreeSpace(_store.Root);
        if (free < needed) throw new NotEnoughSpaceException(needed, free);
    }

    private void CheckSafety(BuildTally tally, int before)
    {
        if (!_options.AllowShrink) SafetyCheck.CheckShrink(before, tally.Articles);
        if (!_options.AllowSkips && FindLive() is not null) SafetyCheck.CheckSkips(tally.Skipped, tally.Articles + tally.Skipped, tally.FirstSkipped);
    }

    /// <summary>Articles in the live generation; 0 when there is none.</summary>
    private int CountLive() => FindLive() is { } live ? CountArticles(live) : 0;

    private int CountArticles(Generation generation)
    {
        try
        {
            using IndexDirectory directory = _store.OpenDirectory(generation);
            return SegmentInfos.ReadLatest(directory).Segments.Sum(s => s.LiveCount);
        }
        catch (IOException)
        {
            // The live generation cannot be read; a new one cannot make that worse.
            return 0;
        }
    }

    /// <summary>The live generation; a damaged CURRENT counts as none, since a build is the way out of that.</summary>
    private Generation? FindLive() => _store.TryFindLive(out _);
}
