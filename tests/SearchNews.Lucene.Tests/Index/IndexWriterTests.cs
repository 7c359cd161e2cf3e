using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

public sealed class IndexWriterTests
{
    private readonly MemoryDirectory _directory = new();

    [Fact]
    public void Commit_NewIndexWithoutDocuments_IsAnEmptyCommit()
    {
        using IndexWriter writer = Open();
        writer.Commit().ShouldBe(1);
        writer.Commit().ShouldBe(1);
        DirectoryReader.Open(_directory).MaxDoc.ShouldBe(0);
        _directory.ListAll().ShouldBe(["segments_1"]);
    }

    [Fact]
    public void AddDocument_BeforeCommit_IsNotSeen()
    {
        using IndexWriter writer = Open();
        Add(writer, "a");
        writer.Flush();
        Should.Throw<IndexNotFoundException>(() => DirectoryReader.Open(_directory));
        writer.Commit();
        Add(writer, "b");
        writer.Flush();
        DirectoryReader reader = DirectoryReader.Open(_directory);
        Ids(reader).ShouldBe(["a"]);
        reader.OpenIfChanged().ShouldBeNull();
        writer.Commit();
        DirectoryReader second = reader.OpenIfChanged().ShouldNotBeNull();
        Ids(second).ShouldBe(["a", "b"]);
        second.Leaves[0].Reader.ShouldBeSameAs(reader.Leaves[0].Reader);
        second.Version.ShouldBeGreaterThan(reader.Version);
        second.Generation.ShouldBe(2);
        Ids(reader).ShouldBe(["a"]);
    }

    [Fact]
    public void Dispose_Uncommitted_LeavesTheFilesOfTheLastCommit()
    {
        using (IndexWriter writer = Open())
        {
            Add(writer, "a");
            writer.Commit();
        }

        IReadOnlyList<string> files = _directory.ListAll();
        using (IndexWriter writer = Open())
        {
            Add(writer, "b");
            writer.Flush();
            Add(writer, "c");
            writer.PrepareCommit();
            Add(writer, "d");
            _directory.ListAll().Count.ShouldBeGreaterThan(files.Count);
        }

        _directory.ListAll().ShouldBe(files);
        Ids(DirectoryReader.Open(_directory)).ShouldBe(["a"]);
    }

    [Fact]
    public void PrepareCommit_DocumentsAddedBehindIt_AreInTheNextCommit()
    {
        using IndexWriter writer = Open();
        Add(writer, "a");
        writer.PrepareCommit();
        Should.Throw<InvalidOperationException>(writer.PrepareCommit);
        Add(writer, "b");
        writer.Flush();
        Should.Throw<IndexNotFoundException>(() => DirectoryReader.Open(_directory));
        writer.Commit();
        Ids(DirectoryReader.Open(_directory)).ShouldBe(["a"]);
        writer.Commit();
        Ids(DirectoryReader.Open(_directory)).ShouldBe(["a", "b"]);

        // Also when there was nothing to prepare.
        writer.PrepareCommit();
        Add(writer, "c");
        writer.Commit();
        Ids(DirectoryReader.Open(_directory)).ShouldBe(["a", "b"]);
        writer.Commit();
        Ids(DirectoryReader.Open(_directory)).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void Rollback_PreparedCommit_IsGivenUpAndTheWriterClosed()
    {
        IndexWriter writer = Open();
        Add(writer, "a");
        writer.PrepareCommit();
        writer.Rollback();
        _directory.ListAll().ShouldBeEmpty();
        Should.Throw<ObjectDisposedException>(() => Add(writer, "b"));
        Should.Throw<ObjectDisposedException>(() => writer.Commit());
        writer.Dispose();
    }

    [Fact]
    public void Open_Create_ReplacesTheIndexWithTheFirstCommit()
    {
        using (IndexWriter writer = Open())
        {
            Add(writer, "old");
            writer.Commit();
        }

        using (IndexWriter writer = Open(new IndexWriterConfig { OpenMode = OpenMode.Create }))
        {
            Add(writer, "new");
            Ids(DirectoryReader.Open(_directory)).ShouldBe(["old"]);
            writer.Commit().ShouldBe(2);
        }

        DirectoryReader reader = DirectoryReader.Open(_directory);
        Ids(reader).ShouldBe(["new"]);
        reader.Commit.Segments.ShouldHaveSingleItem().Name.ShouldBe("_1");
        _directory.ListAll().ShouldAllBe(f => f == "segments_2" || f.StartsWith("_1", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_CreateOverADamagedCommit_ReplacesIt()
    {
        using (IndexWriter writer = Open())
        {
            Add(writer, "old");
            writer.Commit();
        }

        byte[] bytes = Damage.BytesOf(_directory, "segments_1");
        bytes[20] ^= 1;
        MemoryDirectory damaged = Damage.Replace(_directory, "segments_1", bytes);
        Should.Throw<CorruptIndexException>(() => new IndexWriter(damaged, new IndexWriterConfig()));
        using (IndexWriter writer = new(damaged, new IndexWriterConfig { OpenMode = OpenMode.Create }))
        {
            Add(writer, "new");
            damaged.ListAll().ShouldContain("segments_1");
            writer.Commit().ShouldBe(2);
        }

        Ids(DirectoryReader.Open(damaged)).ShouldBe(["new"]);
        damaged.ListAll().ShouldNotContain(f => f.StartsWith("_0", StringComparison.Ordinal) || f == "segments_1");
    }

    [Fact]
    public void Open_AppendWithoutAnIndex_Throws()
    {
        Should.Throw<IndexNotFoundException>(() => Open(new IndexWriterConfig { OpenMode = OpenMode.Append }));
        Open().Dispose();
    }

    [Fact]
    public void Open_TwoWriters_SecondIsRefused()
    {
        using IndexWriter writer = Open();
        Should.Throw<LockObtainFailedException>(() => Open());
    }

    [Fact]
    public void Open_LeftoversOfACrash_AreDeletedAndTheirNamesNotUsedAgain()
    {
        foreach (string name in new[] { "_7.fdt", "_7_Lucene84_0.tim", "pending_segments_3", "notes.txt", "_notes", "segments.bak" }) _directory.CreateOutput(name).Dispose();
        using IndexWriter writer = Open();
        _directory.ListAll().ShouldBe(["_notes", "notes.txt", "segments.bak"]);
        Add(writer, "a");
        writer.Commit().ShouldBe(4);
        DirectoryReader.Open(_directory).Commit.Segments.ShouldHaveSingleItem().Name.ShouldBe("_8");
    }

    [Fact]
    public void CommitUserData_Set_IsCommittedEvenAlone()
    {
        using (IndexWriter writer = Open())
        {
            writer.Commit();
            writer.CommitUserData = new Dictionary<string, string>(StringComparer.Ordinal) { ["b"] = "2", ["a"] = "ü" };
            writer.Commit().ShouldBe(2);
            writer.Commit().ShouldBe(2);
        }

        DirectoryReader.Open(_directory).CommitUserData.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "ü", ["b"] = "2" });
        using IndexWriter next = Open();
        next.CommitUserData["a"].ShouldBe("ü");
    }

    [Fact]
    public void AddDocument_BreaksARule_LeavesNoTrace()
    {
        string longest = new('x', IndexLimits.MaxTermLength);
        Document[] refused =
        [
            new() { new StringField("id", "bad", stored: true), new StringField("k", longest + "x") },
            new() { new StringField("id", "bad", stored: true), new TextField("text", "fine " + longest + "é") },
            new() { new TextField("text", "a b c"), new FeatureField("f", "heat", 1), new FeatureField("f", "heat", 2) },
            new() { new NumericDocValuesField("n", 1), new NumericDocValuesField("n", 2) },
            new() { new SortedDocValuesField("s", "1"), new SortedDocValuesField("s", "2") },
            new() { new BinaryDocValuesField("b", [1]), new BinaryDocValuesField("b", [2]) },
            new() { new BinaryDocValuesField("b", new byte[IndexLimits.MaxTermLength + 1]) },
            new() { new SortedSetDocValuesField("set", "fine"), new SortedSetDocValuesField("set", longest + "x") },
            new() { new TextField("text", "words"), new StringField("text", "keyword") },
            new() { new SortedSetDocValuesField("set", "only here"), new NumericDocValuesField("set", 1) },
        ];
        Document good = new()
        {
            new StringField("id", "good", stored: true), new StringField("k", longest), new TextField("text", "b c"), new FeatureField("f", "heat", 3),
            new NumericDocValuesField("n", 3), new SortedDocValuesField("s", "3"), new SortedSetDocValuesField("set", longest),
            new BinaryDocValuesField("b", [3, 0, 255]),
        };
        string expected = DumpOf(writer => writer.AddDocument(good));
        DumpOf(writer =>
        {
            // Twice, so that the fields are known the second time.
            foreach (Document document in refused) Should.Throw<InvalidDocumentException>(() => writer.AddDocument(document));
            writer.AddDocument(good);
            foreach (Document document in refused) Should.Throw<InvalidDocumentException>(() => writer.AddDocument(document));
            writer.MaxDoc.ShouldBe(1);
        }).ShouldHaveTheLinesOf(expected);
    }

    [Fact]
    public void AddDocument_AnalyzerThrows_LeavesNoTraceAndTheWriterUsable()
    {
        string expected = DumpOf(writer => Add(writer, "a"));
        DumpOf(writer =>
        {
            Should.Throw<FormatException>(() => writer.AddDocument(new Document { new StringField("id", "b", stored: true), new TextField("text", "one two"), new TextField("fails", "x") }));
            Add(writer, "a");
        }).ShouldHaveTheLinesOf(expected);
    }

    [Fact]
    public void AddDocument_EmptyValues_AreKeptAsLuceneKeepsThem()
    {
        DumpOf(writer => writer.AddDocument(new Document { new TextField("text", ""), new StringField("k", ""), new TextField("text", ""), new SortedDocValuesField("k", "") }))
            .ShouldHaveTheLinesOf(string.Join('\n', "terms k count=1 docCount=1 sumDocFreq=1 sumTotalTermFreq=1 min= max=", " term  df=1 ttf=1", "  0", "norms text", " 0=0", "sorted k count=1", " ord 0=", " 0=0", "stored 0", ""));
    }

    [Fact]
    public void AddDocument_MoreThanTheRamBufferHolds_IsFlushedAndMerged()
    {
        IndexWriterConfig config = new() { RamBufferBytes = 256 << 10, SegmentsPerTier = 3 };
        using IndexWriter writer = Open(config);
        Random random = Seeds.Random();
        RandomDocuments documents = new(random);
        for (int i = 0; i < 6_000; i++) writer.AddDocument(documents.Next());
        writer.Commit();
        writer.WaitForMerges();
        writer.Commit();
        DirectoryReader reader = DirectoryReader.Open(_directory);
        reader.Leaves.Count.ShouldBeLessThanOrEqualTo(3);
        reader.Commit.Counter.ShouldBeGreaterThan(5);
        reader.Commit.Segments.ShouldContain(s => s.Info.Diagnostics["source"] == "merge");
        Ids(reader).ShouldBe(Enumerable.Range(0, 6_000).Select(i => $"doc{i}"), ignoreOrder: true);
    }

    [Fact]
    public void AddDocument_DiskFails_IsFinalUntilReopened()
    {
        FaultInjectingDirectory disk = new(_directory);
        using (IndexWriter writer = new(disk, new IndexWriterConfig()))
        {
            Add(writer, "a");
            writer.Commit();
            Add(writer, "b");
            disk.FailAt = disk.Calls + 1;
            disk.Once = true;
            Should.Throw<IOException>(() => writer.Commit()).Message.ShouldStartWith("Injected");
            Should.Throw<InvalidOperationException>(() => Add(writer, "c")).InnerException.ShouldBeOfType<IOException>();
            Should.Throw<InvalidOperationException>(() => writer.Commit());
        }

        using IndexWriter next = Open();
        next.MaxDoc.ShouldBe(1);
    }

    [Fact]
    public async Task AddDocument_SeveralThreads_LosesAndMixesNothing()
    {
        using IndexWriter writer = Open(new IndexWriterConfig { RamBufferBytes = 512 << 10, SegmentsPerTier = 4 });
        const int Threads = 4;
        const int Each = 700;
        Task[] adding = [.. Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (int i = 0; i < Each; i++)
            {
                writer.AddDocument(new Document { new StringField("id", $"{thread}-{i}", stored: true), new TextField("text", $"t{thread} n{i} common") });
                if (i % 250 == 100) writer.Commit();
            }
        }, TestContext.Current.CancellationToken))];
        await Task.WhenAll(adding);
        writer.Commit();
        writer.WaitForMerges();
        writer.Commit();
        writer.WaitForMerges();
        DirectoryReader reader = DirectoryReader.Open(_directory);
        List<string> ids = Ids(reader);
        ids.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, Threads).SelectMany(t => Enumerable.Range(0, Each).Select(i => $"{t}-{i}")).Order(StringComparer.Ordinal));
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            TermsEnum terms = leaf.Reader.GetTerms("text")!.GetTermsEnum();
            terms.SeekExact("common"u8).ShouldBeTrue();
            terms.DocFreq.ShouldBe(leaf.Reader.MaxDoc);
        }

        _directory.ListAll().ShouldBe(reader.Commit.Files().Append(reader.Commit.FileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Write_SameSeedAndDocuments_SameBytes()
    {
        MemoryDirectory[] directories = [new(), new()];
        foreach (MemoryDirectory directory in directories)
        {
            using IndexWriter writer = new(directory, new IndexWriterConfig { IdSeed = 5 });
            RandomDocuments documents = new(Seeds.Of(3, 0));
            for (int i = 0; i < 50; i++) writer.AddDocument(documents.Next());
            writer.Commit();
        }

        directories[1].ListAll().ShouldBe(directories[0].ListAll());
        foreach (string file in directories[0].ListAll()) Damage.BytesOf(directories[1], file).ShouldBe(Damage.BytesOf(directories[0], file), file);
    }

    [Theory]
    [InlineData(nameof(IndexWriterConfig.RamBufferBytes))]
    [InlineData(nameof(IndexWriterConfig.SegmentsPerTier))]
    [InlineData(nameof(IndexWriterConfig.MaxSegmentBytes))]
    public void Open_OptionOutOfRange_IsRefusedByName(string option)
    {
        IndexWriterConfig config = option switch
        {
            nameof(IndexWriterConfig.RamBufferBytes) => new() { RamBufferBytes = (64 << 10) - 1 },
            nameof(IndexWriterConfig.SegmentsPerTier) => new() { SegmentsPerTier = 1 },
            _ => new() { MaxSegmentBytes = (1 << 20) - 1 },
        };
        Should.Throw<ArgumentOutOfRangeException>(() => Open(config)).ParamName.ShouldBe(option);
        Open().Dispose();
    }

    private static void Add(IndexWriter writer, string id) => writer.AddDocument(new Document { new StringField("id", id, stored: true) });

    private static List<string> Ids(IndexReader reader)
    {
        List<string> ids = [];
        StoredIds visitor = new(ids);
        for (int doc = 0; doc < reader.MaxDoc; doc++) reader.VisitDocument(doc, visitor);
        return ids;
    }

    private static string DumpOf(Action<IndexWriter> add)
    {
        MemoryDirectory directory = new();
        IndexWriterConfig config = new() { FieldAnalyzers = new Dictionary<string, Analyzer>(StringComparer.Ordinal) { ["fails"] = new FailingAnalyzer() } };
        using (IndexWriter writer = new(directory, config))
        {
            add(writer);
            writer.Commit();
        }

        return IndexDump.Of(DirectoryReader.Open(directory), IndexDump.ContentSections);
    }

    private IndexWriter Open(IndexWriterConfig? config = null) => new(_directory, config ?? new IndexWriterConfig());

    private sealed class FailingAnalyzer() : Analyzer("failing")
    {
        protected override AnalysisChain CreateChain() => throw new FormatException("no chain");
    }

    private sealed class StoredIds(List<string> ids) : StoredFieldVisitor
    {
        public override Decision NeedsField(FieldInfo field) => field.Name == "id" ? Decision.Yes : Decision.No;

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) => ids.Add(System.Text.Encoding.UTF8.GetString(utf8));

        public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value)
        {
        }

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
