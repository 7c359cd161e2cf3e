using System.Globalization;
using System.Text;
using System.Text.Json;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Store;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;

namespace SearchNews.Search.Embedded;

/// <summary>One generation, opened: every answer comes from one of these as a whole. Immutable and thread-safe; its bytes are in memory, so nothing needs closing.</summary>
internal sealed class ArticleSnapshot
{
    private ArticleSnapshot(Generation generation, DirectoryReader reader)
    {
        Generation = generation;
        Reader = reader;
        Columns = SignalColumns.Read(reader);
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
        using var directory = new FileSystemDirectory(generation.Path);
        DirectoryReader reader = DirectoryReader.Open(directory);
        ArticleSchema.Check(reader.CommitUserData, generation.Name);
        return new ArticleSnapshot(generation, reader);
    }

    /// <summary>A searcher that scores text as the profile says.</summary>
    public IndexSearcher SearcherFor(RankingProfile profile) => new(Reader, SimilarityOf(profile));

    /// <summary>The document of an id, or -1.</summary>
    public int FindDocument(string id)
    {
        byte[] term = Encoding.UTF8.GetBytes(id);
        foreach (LeafReaderContext leaf in Reader.Leaves)
        {
            if (leaf.Reader.GetTerms(ArticleFields.Id)?.GetTermsEnum() is not { } terms || !terms.SeekExact(term)) continue;
            PostingsEnum postings = terms.Postings(PostingsFlags.None);
            while (postings.NextDoc() != DocIdSetIterator.NoMoreDocs)
            {
                if (leaf.Reader.LiveDocs is null || leaf.Reader.LiveDocs[postings.DocId]) return leaf.DocBase + postings.DocId;
            }
        }

        return -1;
    }

    /// <summary>What is stored of a document.</summary>
    public ArticleRecord ReadRecord(int doc)
    {
        var visitor = new SourceVisitor();
        Reader.VisitDocument(doc, visitor);
        return visitor.Record ?? throw new CorruptIndexException($"document {doc} has no field '{ArticleFields.Source}'", Generation.Name, doc);
    }

    /// <summary>Compares the ids of two documents, ordinal.</summary>
    public int CompareIds(int left, int right) => IdOf(left).SequenceCompareTo(IdOf(right));

    private static PerFieldSimilarity SimilarityOf(RankingProfile profile) => new(
        new BM25Similarity(profile.K1, profile.B),
        profile.SeparateFields
            ? new Dictionary<string, Similarity>(StringComparer.Ordinal)
            : new Dictionary<string, Similarity>(StringComparer.Ordinal)
            {
                [ArticleFields.Title] = new BM25Similarity(profile.K1, RankingProfile.SingleFieldB),
                [ArticleFields.Excerpt] = new BM25Similarity(profile.K1, RankingProfile.SingleFieldB),
            });

    private byte[] IdOf(int doc)
    {
        LeafReaderContext leaf = Reader.LeafOf(doc);
        SortedDocValues? ids = leaf.Reader.GetSortedDocValues(ArticleFields.Id);
        return ids is not null && ids.AdvanceExact(doc - leaf.DocBase) ? ids.LookupOrd(ids.OrdValue).ToArray() : [];
    }

    private DateTimeOffset? FindNewest()
    {
        long newest = Columns.SelectMany(c => c.PublishedAt).DefaultIfEmpty(SignalColumns.NoDate).Max();
        return newest == SignalColumns.NoDate ? null : DateTimeOffset.FromUnixTimeMilliseconds(newest);
    }

    private sealed class SourceVisitor : StoredFieldVisitor
    {
        public ArticleRecord? Record { get; private set; }

        public override Decision NeedsField(FieldInfo field) => field.Name == ArticleFields.Source ? Decision.Yes : Record is null ? Decision.No : Decision.Stop;

        public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value)
        {
            try
            {
                Record = ArticleRecordJson.Deserialize(value);
            }
            catch (JsonException e)
            {
                throw new CorruptIndexException("a stored article is not readable JSON", field.Name, 0, e);
            }
        }

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) => BinaryField(field, utf8);

        public override void Int32Field(FieldInfo field, int value)
        {
        }

        public override void Int64Field(FieldInfo field, long value)
        {
        }

        public override void SingleField(FieldInfo field, float value)
        {
        }

        public override void DoubleField(FieldInfo field, double value)
        {
        }
    }
}
