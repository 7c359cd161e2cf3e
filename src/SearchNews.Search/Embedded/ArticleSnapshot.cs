using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Store;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;
using SearchNews.Search.Stories;
using SearchNews.Search.Suggesting;

namespace SearchNews.Search.Embedded;

/// <summary>A commit of one generation, opened: every answer comes from one of these as a whole. Immutable and thread-safe; its bytes are in memory, so nothing needs closing.</summary>
internal sealed class ArticleSnapshot
{
    private readonly IndexDirectory _directory;
    private readonly Lock _making = new();
    private readonly ConcurrentDictionary<(float K1, float B, bool SeparateFields), IndexSearcher> _searchers = [];
    private volatile SuggestTables? _suggestTables;

    // A writer that commits again and again may delete the stories of a commit that was just opened; each time round there is a newer commit.
    private const int Attempts = 5;

    private ArticleSnapshot(Generation generation, IndexDirectory directory, DirectoryReader reader, SnapshotStories stories, ArticleSnapshot? before)
    {
        _directory = directory;
        Generation = generation;
        Reader = reader;
        Stories = stories;
        Columns = SignalColumns.Read(reader, before?.Columns);
        DocCount = reader.Leaves.Sum(leaf => (long)(leaf.Reader.GetTerms(ArticleFields.Text)?.DocCount ?? 0));
        UserData = reader.CommitUserData;
        BuiltAt = DateTimeOffset.TryParse(UserData.GetValueOrDefault(ArticleSchema.BuiltAtKey), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTimeOffset builtAt) ? builtAt : null;
        NewestArticle = FindNewest();
    }

    /// <summary>The generation.</summary>
    public Generation Generation { get; }

    /// <summary>Its index.</summary>
    public DirectoryReader Reader { get; }

    /// <summary>The signals by segment.</summary>
    public SignalColumns[] Columns { get; }

    /// <summary>Which articles are in one story.</summary>
    public SnapshotStories Stories { get; }

    /// <summary>N of the ranking: articles with text.</summary>
    public long DocCount { get; }

    /// <summary>What the commit says of itself.</summary>
    public IReadOnlyDictionary<string, string> UserData { get; }

    /// <summary>When the generation was built.</summary>
    public DateTimeOffset? BuiltAt { get; }

    /// <summary>The latest publication, or null when no article has a date.</summary>
    public DateTimeOffset? NewestArticle { get; }

    /// <summary>Opens a generation; every byte of it is read and its checksums verified.</summary>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    /// <exception cref="IndexNotFoundException">There is no commit.</exception>
    /// <exception cref="BackendUnavailableException">It was written with another schema.</exception>
    public static ArticleSnapshot Open(Generation generation)
    {
        if (!Directory.Exists(generation.Path)) throw new IndexNotFoundException($"generation '{generation.Name}' is not there any more");
        var directory = new FileSystemDirectory(generation.Path);
        return OpenWhole(generation, directory, before: null, () => DirectoryReader.Open(directory));
    }

    /// <summary>The last commit of the generation, sharing what both have; null when this is it. An index made anew under the same name is told by the id of its commit.</summary>
    /// <inheritdoc cref="Open" path="/exception"/>
    public ArticleSnapshot? OpenIfChanged()
    {
        if (!Directory.Exists(Generation.Path)) throw new IndexNotFoundException($"generation '{Generation.Name}' is not there any more");
        if (SegmentInfos.ReadLatest(_directory).Id.AsSpan().SequenceEqual(Reader.Commit.Id)) return null;
        return OpenWhole(Generation, _directory, this, () => Reader.OpenIfChanged() ?? DirectoryReader.Open(_directory));
    }

    /// <summary>The searcher that scores text as the profile says; the same for all who ask, so that searches use again what those before them left.</summary>
    public IndexSearcher SearcherFor(RankingProfile profile) =>
        _searchers.GetOrAdd((profile.K1, profile.B, profile.SeparateFields), static (_, of) => new IndexSearcher(of.Reader, SimilarityOf(of.Profile)), (Reader, Profile: profile));

    /// <summary>What suggestions are looked up in; made when first asked for.</summary>
    public SuggestTables SuggestTables(TimeProvider clock)
    {
        if (_suggestTables is { } made) return made;
        lock (_making) return _suggestTables ??= Suggesting.SuggestTables.Read(this, clock.GetUtcNow());
    }

    /// <summary>The document of an id, or -1.</summary>
    public int FindDocument(string id) => ArticleIds.Find(Reader, Encoding.UTF8.GetBytes(id));

    /// <summary>What is stored of a document.</summary>
    public ArticleRecord ReadRecord(int doc)
    {
        var visitor = new RecordVisitor();
        Reader.VisitDocument(doc, visitor);
        return visitor.Take() ?? throw new CorruptIndexException($"document {doc} has no field '{ArticleFields.Source}'", Generation.Name, doc);
    }

    /// <summary>Compares the ids of two documents, ordinal.</summary>
    public int CompareIds(int left, int right) => IdOf(left).SequenceCompareTo(IdOf(right));

    /// <summary>The id of a document in UTF-8.</summary>
    public byte[] IdOf(int doc)
    {
        LeafReaderContext leaf = Reader.LeafOf(doc);
        SortedDocValues? ids = leaf.Reader.GetSortedDocValues(ArticleFields.Id);
        return ids is not null && ids.AdvanceExact(doc - leaf.DocBase) ? ids.LookupOrd(ids.OrdValue).ToArray() : [];
    }

    private static PerFieldSimilarity SimilarityOf(RankingProfile profile) => new(
        new BM25Similarity(profile.K1, profile.B),
        profile.SeparateFields
            ? new Dictionary<string, Similarity>(StringComparer.Ordinal)
            : new Dictionary<string, Similarity>(StringComparer.Ordinal)
            {
                [ArticleFields.Title] = new BM25Similarity(profile.K1, RankingProfile.SingleFieldB),
                [ArticleFields.Excerpt] = new BM25Similarity(profile.K1, RankingProfile.SingleFieldB),
            });

    private static ArticleSnapshot OpenWhole(Generation generation, IndexDirectory directory, ArticleSnapshot? before, Func<DirectoryReader> open)
    {
        for (int attempt = 1; ; attempt++)
        {
            DirectoryReader reader = open();
            ArticleSchema.Check(reader.CommitUserData, generation.Name);
            try
            {
                return new ArticleSnapshot(generation, directory, reader, SnapshotStories.Read(directory, reader), before);
            }
            catch (FileNotFoundException) when (attempt < Attempts && !SegmentInfos.ReadLatest(directory).Id.AsSpan().SequenceEqual(reader.Commit.Id))
            {
                // Of an old commit by now.
                continue;
            }
        }
    }

    private DateTimeOffset? FindNewest()
    {
        long newest = SignalColumns.NoDate;
        foreach (LeafReaderContext leaf in Reader.Leaves)
        {
            long[] dates = Columns[leaf.Ord].PublishedAt;
            for (int doc = 0; doc < dates.Length; doc++)
            {
                if (dates[doc] > newest && leaf.Reader.LiveDocs?[doc] != false) newest = dates[doc];
            }
        }

        return newest == SignalColumns.NoDate ? null : DateTimeOffset.FromUnixTimeMilliseconds(newest);
    }
}
