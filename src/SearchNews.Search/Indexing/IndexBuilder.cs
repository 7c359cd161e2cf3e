using System.Diagnostics;
using System.Globalization;
using SearchNews.Articles;
using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.Folders;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Generations;

namespace SearchNews.Search.Indexing;

/// <summary>
/// Builds a new generation beside the live one: read the folder, index, commit, read back and verify, switch, delete what is no longer kept. Whatever
/// happens before the switch, the live generation stays as it is.
/// </summary>
public sealed class IndexBuilder
{
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

    /// <summary>Builds from <paramref name="source"/> and switches to the result.</summary>
    /// <param name="source">The folder of articles.</param>
    /// <param name="progress">Told often, from the calling thread.</param>
    /// <param name="cancellationToken">Ends the build; what was built is deleted.</param>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    /// <exception cref="IndexLockedException">Somebody else is writing.</exception>
    /// <exception cref="BuildRefusedException">A safety check failed.</exception>
    public BuildReport Build(string source, Action<BuildProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        source = Path.GetFullPath(source);
        if (!Directory.Exists(source)) throw new DirectoryNotFoundException($"There is no folder '{source}' to read articles from.");
        long started = _clock.GetTimestamp();
        using WriterLock held = WriterLock.Obtain(_store.Root, "index rebuild");
        DeleteUnfinished();
        Generation generation = _store.CreateNext();
        try
        {
            BuildReport report = Fill(generation, source, progress ?? (static _ => { }), cancellationToken);
            _store.Switch(generation);
            return report with { Deleted = _store.Prune(_options.Keep), Seconds = _clock.GetElapsedTime(started).TotalSeconds };
        }
        catch
        {
            if (FindLive() != generation) GenerationStore.Delete(generation);
            throw;
        }
    }

    private BuildReport Fill(Generation generation, string source, Action<BuildProgress> progress, CancellationToken cancellationToken)
    {
        progress(new BuildProgress(BuildStage.Scanning, 0, 0));
        ArticleFolderScan scan = new ArticleFolder(source).Scan(cancellationToken);
        using var directory = new FileSystemDirectory(generation.Path);
        var tally = new BuildTally(scan.Diagnostics);
        using (var writer = new IndexWriter(directory, BuildConfig()))
        {
            AddArticles(writer, scan.Entries, tally, progress, cancellationToken);
            progress(new BuildProgress(BuildStage.Committing, scan.Entries.Count, scan.Entries.Count));
            CheckSafety(tally);
            writer.CommitUserData = Describe(source);
            writer.ForceMerge(1);
            writer.Commit();
        }

        cancellationToken.ThrowIfCancellationRequested();
        progress(new BuildProgress(BuildStage.Verifying, scan.Entries.Count, scan.Entries.Count));
        Verify(directory, generation, tally.Indexed);
        return tally.ToReport(generation.Name, scan.LinksSkipped + scan.NonRegularSkipped, directory.ListAll().Sum(directory.FileLength));
    }

    /// <summary>One merge at the end instead of many on the way: less work, and equal folders give equal indexes.</summary>
    private IndexWriterConfig BuildConfig() => new()
    {
        Analyzer = ArticleSchema.Keyword,
        FieldAnalyzers = ArticleSchema.FieldAnalyzers,
        RamBufferBytes = _options.RamBufferBytes,
        MergeAutomatically = false,
        UseCompoundFile = false,
    };

    /// <summary>Files are read and parsed on all cores; documents are added by this thread, in path order, so that equal folders give equal indexes.</summary>
    private void AddArticles(IndexWriter writer, IReadOnlyList<ArticleEntry> entries, BuildTally tally, Action<BuildProgress> progress, CancellationToken cancellationToken)
    {
        var reader = new ArticleReader();
        IEnumerable<(ArticleEntry Entry, ArticleReadResult Result)> read = entries
            .AsParallel().AsOrdered()
            .WithDegreeOfParallelism(Math.Clamp(_options.Parallelism, 1, 64))
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .WithCancellation(cancellationToken)
            .Select(entry => (entry, tally.Read(reader, entry)));
        int done = 0;
        foreach ((ArticleEntry entry, ArticleReadResult result) in read)
        {
            Add(writer, entry, result, tally);
            progress(new BuildProgress(BuildStage.Indexing, ++done, entries.Count));
        }
    }

    private static void Add(IndexWriter writer, ArticleEntry entry, ArticleReadResult result, BuildTally tally)
    {
        tally.Count(result);
        if (result.Article is not { Removed: false } article) return;
        long started = Stopwatch.GetTimestamp();
        try
        {
            writer.AddDocument(ArticleMapper.Map(article, ArticleRecord.Of(article, entry.Size, entry.ModifiedAt)));
            tally.CountIndexed(Stopwatch.GetElapsedTime(started));
        }
        catch (InvalidDocumentException e)
        {
            tally.CountSkipped(new ArticleDiagnostic(entry.Path, 1, 1, "document-refused", DiagnosticSeverity.Error, e.Message));
        }
    }

    private void CheckSafety(BuildTally tally)
    {
        if (FindLive() is not { } live) return;
        int before = CountArticles(live);
        if (!_options.AllowShrink && tally.Indexed < before * 0.9)
        {
            throw new BuildRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"The new generation would have {tally.Indexed} articles, the live one has {before}: less than 90%. If that is meant, use --allow-shrink."));
        }

        int total = tally.Indexed + tally.Skipped;
        if (!_options.AllowSkips && tally.Skipped > 20 && tally.Skipped > total * 0.05)
        {
            throw new BuildRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"{tally.Skipped} of {total} files were skipped: more than 20 and over 5%. The first: {tally.FirstSkipped}. If that is meant, use --allow-skips."));
        }
    }

    private static int CountArticles(Generation generation)
    {
        try
        {
            using var directory = new FileSystemDirectory(generation.Path);
            return DirectoryReader.Open(directory).NumDocs;
        }
        catch (IOException)
        {
            // The live generation cannot be read; a new one cannot make that worse.
            return 0;
        }
    }

    private static void Verify(FileSystemDirectory directory, Generation generation, int expected)
    {
        DirectoryReader reader = DirectoryReader.Open(directory);
        if (reader.NumDocs != expected)
            throw new CorruptIndexException($"{reader.NumDocs} articles can be read back, {expected} were written", generation.Name, 0);
        IndexVerifier.Verify(reader);
    }

    private SortedDictionary<string, string> Describe(string source) => new(StringComparer.Ordinal)
    {
        [ArticleSchema.VersionKey] = ArticleSchema.Version.ToString(CultureInfo.InvariantCulture),
        [ArticleSchema.SourceKey] = source,
        [ArticleSchema.BuiltAtKey] = _clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        [ArticleSchema.ProgramKey] = ProgramVersion.Text,
    };

    /// <summary>Removes generations that a killed build left behind. A damaged CURRENT does not tell which those are, so nothing is removed before it is written anew.</summary>
    private void DeleteUnfinished()
    {
        long live;
        try
        {
            live = _store.FindLive()?.Number ?? 0;
        }
        catch (CorruptIndexException)
        {
            return;
        }

        foreach (Generation generation in _store.List().Where(g => g.Number > live)) GenerationStore.Delete(generation);
    }

    /// <summary>The live generation; a damaged CURRENT counts as none, since a build is the way out of that.</summary>
    private Generation? FindLive()
    {
        try
        {
            return _store.FindLive();
        }
        catch (CorruptIndexException)
        {
            return null;
        }
    }
}
