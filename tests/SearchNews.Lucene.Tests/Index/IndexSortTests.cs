using SearchNews.Lucene.Codecs.Lucene86;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

/// <summary>A sorted index is what a writer without a sort makes of the same documents when they come in that order.</summary>
public sealed class IndexSortTests : IDisposable
{
    // Ties are decided by the order of arrival within a flush; a last key makes it the same for any merges.
    private static readonly IndexSortField Arrival = IndexSortField.Long("arrival");
    private static readonly string[] Content = ["impacts", .. IndexDump.ContentSections];

    private readonly TempFolder _folder = new();

    public static TheoryData<string, IndexSortField[]> Sorts => new()
    {
        { "rank:LONG:ascending", [IndexSortField.Long("rank")] },
        { "rank:LONG:descending:500", [IndexSortField.Long("rank", reverse: true, missing: 500)] },
        { "rank:INT:ascending:-7", [IndexSortField.Int("rank", missing: -7)] },
        { "quality:DOUBLE:ascending", [IndexSortField.Double("quality")] },
        { "quality:DOUBLE:descending:0.25", [IndexSortField.Double("quality", reverse: true, missing: 0.25)] },
        { "ratio:FLOAT:ascending:-0.5", [IndexSortField.Float("ratio", missing: -0.5f)] },
        { "site:STRING:ascending", [IndexSortField.String("site")] },
        { "site:STRING:descending:last", [IndexSortField.String("site", reverse: true, missingLast: true)] },
        { "site:STRING:ascending:last,rank:LONG:descending", [IndexSortField.String("site", missingLast: true), IndexSortField.Long("rank", reverse: true)] },
        { "nothing:LONG:ascending", [IndexSortField.Long("nothing")] },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Sorts))]
    public void Flush_Sorted_IsWhatDocumentsInThatOrderGive(string name, IndexSortField[] sort)
    {
        List<Document> documents = Documents(Seeds.Random(), 150);
        string expected = Dump(Write(Ordered(documents, sort), new IndexWriterConfig()));
        Dump(Write(documents, new IndexWriterConfig { IndexSort = sort })).ShouldHaveTheLinesOf(expected);
        name.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public void ForceMerge_SortedSegments_IsWhatDocumentsInThatOrderGive(string name, IndexSortField[] sort)
    {
        Random random = Seeds.Random();
        List<Document> documents = Documents(random, 150);
        sort = [.. sort, Arrival];
        string expected = Dump(Write(Ordered(documents, sort), new IndexWriterConfig()));
        MemoryDirectory directory = new();
        using (IndexWriter writer = new(directory, new IndexWriterConfig { IndexSort = sort, MergeAutomatically = false }))
        {
            foreach (Document document in documents)
            {
                writer.AddDocument(document);
                if (random.Next(20) == 0) writer.Flush();
            }

            writer.ForceMerge(1);
            writer.Commit();
        }

        DirectoryReader reader = DirectoryReader.Open(directory);
        IndexVerifier.Verify(reader);
        reader.Commit.Segments.ShouldHaveSingleItem().Info.IndexSort.ShouldBe(sort, name);
        Dump(directory).ShouldHaveTheLinesOf(expected);
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public void Life_OfASortedIndex_HasTheDocumentsOfAnUnsortedOne(string name, IndexSortField[] sort)
    {
        Random random = Seeds.Random();
        MemoryDirectory sorted = new();
        MemoryDirectory unsorted = new();
        using IndexWriter one = new(sorted, new IndexWriterConfig { IndexSort = sort, SegmentsPerTier = 2 });
        using IndexWriter other = new(unsorted, new IndexWriterConfig { MergeAutomatically = false });
        List<Document> documents = Documents(random, 250);
        foreach (Document document in documents)
        {
            var id = new Term("id", $"doc{random.Next(documents.Count)}");
            bool deletes = random.Next(3) == 0;
            bool flushes = random.Next(25) == 0;
            foreach (IndexWriter writer in new[] { one, other })
            {
                if (deletes) writer.DeleteDocuments(id);
                else writer.UpdateDocument(id, document);
                if (flushes) writer.Flush();
            }

            if (random.Next(60) == 0) Ids(DirectoryReader.Open(one)).ShouldBe(Ids(DirectoryReader.Open(other)), name);
        }

        one.Commit();
        other.Commit();
        IndexVerifier.Verify(sorted).Problems.ShouldBeEmpty();
        Ids(DirectoryReader.Open(sorted)).ShouldBe(Ids(DirectoryReader.Open(unsorted)), name);
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public void Lucene_WithTheSameSort_ChecksAppendsAndMerges(string java, IndexSortField[] sort)
    {
        Oracle.SkipUnlessAvailable();
        Random random = Seeds.Random();
        using var directory = new FileSystemDirectory(_folder.Path);
        Add(directory, sort, Documents(random, 120), random);
        Oracle.CheckIndex(_folder.Path);
        Oracle.MergeIndex(_folder.Path, $"sort={java}", "delete=id:doc7", "add=new1:body:one", "add=new2:body:two");
        Oracle.CheckIndex(_folder.Path);
        IndexVerifier.Verify(directory).Problems.ShouldBeEmpty();
        Add(directory, sort, Documents(random, 60), random);
        Oracle.CheckIndex(_folder.Path);
        using (IndexWriter writer = new(directory, new IndexWriterConfig { IndexSort = sort }))
        {
            writer.ForceMerge(1);
            writer.Commit();
        }

        Oracle.CheckIndex(_folder.Path);
        DirectoryReader.Open(directory).NumDocs.ShouldBe(120 - 1 + 2 + 60);
    }

    [Fact]
    public void Open_WithAnotherSort_IsRefused()
    {
        MemoryDirectory directory = Write(Documents(Seeds.Random(), 5), new IndexWriterConfig { IndexSort = [Arrival] });
        Should.Throw<NotSupportedException>(() => new IndexWriter(directory, new IndexWriterConfig())).Message.ShouldContain("arrival LONG");
        Should.Throw<NotSupportedException>(() => new IndexWriter(directory, new IndexWriterConfig { IndexSort = [IndexSortField.Long("arrival", reverse: true)] })).Message.ShouldContain("arrival LONG descending");
        new IndexWriter(directory, new IndexWriterConfig { IndexSort = [Arrival] }).Dispose();
        Should.Throw<ArgumentException>(() => new IndexWriter(directory, new IndexWriterConfig { IndexSort = [Arrival with { Provider = "SortedSetSortField" }] }));
    }

    [Fact]
    public void Verify_DocumentsInAnotherOrder_IsReported()
    {
        MemoryDirectory directory = Write(Documents(Seeds.Random(), 20), new IndexWriterConfig { UseCompoundFile = false });
        SegmentInfo segment = SegmentInfos.ReadLatest(directory).Segments.ShouldHaveSingleItem().Info;
        directory.DeleteFile("_0.si");
        Lucene86SegmentInfoFormat.Write(directory, segment with { IndexSort = [Arrival with { Reverse = true }] });
        IndexVerifier.Verify(directory).Problems.ShouldContain(p => p.Part == "index sort");
    }

    private static List<Document> Documents(Random random, int count)
    {
        var documents = new RandomDocuments(random);
        var list = new List<Document>();
        for (int i = 0; i < count; i++)
        {
            Document document = documents.Next();
            document.Add(new NumericDocValuesField("arrival", i));
            if (random.Next(2) == 0) document.Add(new NumericDocValuesField("ratio", BitConverter.SingleToInt32Bits((float)(random.NextDouble() - 0.5))));
            list.Add(document);
        }

        return list;
    }

    private static IEnumerable<Document> Ordered(List<Document> documents, IndexSortField[] sort)
    {
        IOrderedEnumerable<Document> ordered = documents.OrderBy(_ => 0);
        foreach (IndexSortField key in sort)
        {
            ordered = key.Type == "STRING"
                ? Then(ordered, key.Reverse, d => (Bytes(d, key.Field), key.MissingValue == 0), Comparer<(byte[]?, bool)>.Create((a, b) => CompareStrings(a, b)))
                : Then(ordered, key.Reverse, d => Number(d, key), Comparer<double>.Default);
        }

        return ordered;
    }

    private static IOrderedEnumerable<Document> Then<T>(IOrderedEnumerable<Document> documents, bool reverse, Func<Document, T> value, IComparer<T> comparer) =>
        reverse ? documents.ThenByDescending(value, comparer) : documents.ThenBy(value, comparer);

    private static int CompareStrings((byte[]? Value, bool MissingLast) a, (byte[]? Value, bool MissingLast) b)
    {
        if (a.Value is null || b.Value is null) return (a.Value is null ? 1 : 0).CompareTo(b.Value is null ? 1 : 0) * (a.MissingLast ? 1 : -1);
        return a.Value.AsSpan().SequenceCompareTo(b.Value);
    }

    private static byte[]? Bytes(Document document, string field) => document.OfType<SortedDocValuesField>().FirstOrDefault(f => f.Name == field)?.Value.ToArray();

    private static double Number(Document document, IndexSortField key)
    {
        long? bits = document.OfType<NumericDocValuesField>().FirstOrDefault(f => f.Name == key.Field)?.Value;
        return key.Type switch
        {
            "DOUBLE" => bits is { } b ? BitConverter.Int64BitsToDouble(b) : key.MissingValue is null ? 0 : 0.25,
            "FLOAT" => bits is { } b ? BitConverter.Int32BitsToSingle((int)b) : -0.5,
            _ => bits ?? key.MissingValue ?? 0,
        };
    }

    private static MemoryDirectory Write(IEnumerable<Document> documents, IndexWriterConfig config)
    {
        MemoryDirectory directory = new();
        using IndexWriter writer = new(directory, config);
        foreach (Document document in documents) writer.AddDocument(document);
        writer.Commit();
        return directory;
    }

    private static void Add(FileSystemDirectory directory, IndexSortField[] sort, List<Document> documents, Random random)
    {
        using IndexWriter writer = new(directory, new IndexWriterConfig { IndexSort = sort });
        foreach (Document document in documents)
        {
            writer.AddDocument(document);
            if (random.Next(40) == 0) writer.Flush();
        }

        writer.Commit();
    }

    private static string Dump(MemoryDirectory directory) => IndexDump.Of(DirectoryReader.Open(directory), Content);

    private static string[] Ids(DirectoryReader reader) => [.. LiveIds.Of(reader).Order(StringComparer.Ordinal)];
}
