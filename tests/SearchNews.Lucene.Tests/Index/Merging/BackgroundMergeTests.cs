using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index.Merging;

/// <summary>Merges run in the background: nobody waits for them, they lose no delete, they end when told to, and their failures are heard of.</summary>
public sealed class BackgroundMergeTests : IDisposable
{
    private readonly HeldDirectory _directory = new(new MemoryDirectory());

    public void Dispose() => _directory.Release();

    [Fact]
    public void Merge_UnderWay_NobodyWaitsAndDeletesAreCarriedOver()
    {
        using IndexWriter writer = Open();
        AddSegments(writer);
        _directory.Merging.Wait(TestContext.Current.CancellationToken);

        // The sources are being read; all of this is about documents in them, or new.
        writer.DeleteDocuments(Id("0"));
        writer.UpdateDocument(Id("1"), Doc("1"));
        writer.Commit();
        DirectoryReader during = DirectoryReader.Open(writer);
        during.Leaves.Count.ShouldBeGreaterThan(2);
        LiveIds.Of(during).Order(StringComparer.Ordinal).ShouldBe(["1", "2", "3", "4", "5"]);
        writer.DeleteDocuments(Id("2"));
        _directory.Release();
        writer.WaitForMerges();
        DirectoryReader after = during.OpenIfChanged().ShouldNotBeNull();
        LiveIds.Of(after).Order(StringComparer.Ordinal).ShouldBe(["1", "3", "4", "5"]);
        writer.Commit();
        writer.WaitForMerges();
        LiveIds.Of(DirectoryReader.Open(_directory)).Order(StringComparer.Ordinal).ShouldBe(["1", "3", "4", "5"]);
        IndexVerifier.Verify(_directory, TestContext.Current.CancellationToken).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Merge_AllSourcesDeletedMeanwhile_LeavesNothing()
    {
        using IndexWriter writer = Open();
        AddSegments(writer);
        _directory.Merging.Wait(TestContext.Current.CancellationToken);
        writer.DeleteAll();
        writer.AddDocument(Doc("new"));
        writer.Commit();
        _directory.Release();
        writer.WaitForMerges();
        DirectoryReader reader = DirectoryReader.Open(_directory);
        LiveIds.Of(reader).ShouldBe(["new"]);
        _directory.ListAll().ShouldBe(reader.Commit.Files().Append(reader.Commit.FileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Close_DuringAMerge_EndsItAndLeavesNoFiles(bool rollback)
    {
        IndexWriter writer = Open();
        writer.AddDocument(Doc("committed"));
        writer.Commit();
        IReadOnlyList<string> files = _directory.ListAll();
        AddSegments(writer);
        _directory.Merging.Wait(TestContext.Current.CancellationToken);
        Task closing = Task.Run(rollback ? writer.Rollback : writer.Dispose, TestContext.Current.CancellationToken);
        _directory.Release();
        await closing;
        _directory.ListAll().ShouldBe(files);
        LiveIds.Of(DirectoryReader.Open(_directory)).ShouldBe(["committed"]);
    }

    [Fact]
    public async Task Close_DuringAForcedMerge_SaysThatTheWriterIsClosed()
    {
        IndexWriter writer = Open(merge: false);
        AddSegments(writer);
        Task merging = Task.Run(() => writer.ForceMerge(1), TestContext.Current.CancellationToken);
        _directory.Merging.Wait(TestContext.Current.CancellationToken);
        Task closing = Task.Run(writer.Dispose, TestContext.Current.CancellationToken);
        while (!_directory.IsReleased)
        {
            // The merge must hear of the closing before it goes on, or it might just succeed.
            await Task.Delay(20, TestContext.Current.CancellationToken);
            _directory.Release();
        }

        await Should.ThrowAsync<ObjectDisposedException>(merging);
        await closing;
        _directory.ListAll().ShouldBeEmpty();
    }

    [Fact]
    public void Merge_Fails_NextCallSaysWhy()
    {
        using IndexWriter writer = Open();
        writer.AddDocument(Doc("committed"));
        writer.Commit();
        _directory.Fails = true;
        AddSegments(writer);
        _directory.Merging.Wait(TestContext.Current.CancellationToken);
        _directory.Release();
        Should.Throw<InvalidOperationException>(writer.WaitForMerges).InnerException.ShouldBeOfType<IOException>().Message.ShouldBe("The merge's disk is full.");
        Should.Throw<InvalidOperationException>(() => writer.AddDocument(Doc("x")));
        Should.Throw<InvalidOperationException>(() => writer.Commit());
        Should.Throw<InvalidOperationException>(() => DirectoryReader.Open(writer));
        writer.Dispose();
        LiveIds.Of(DirectoryReader.Open(_directory)).ShouldBe(["committed"]);
    }

    private static void AddSegments(IndexWriter writer)
    {
        for (int i = 0; i < 6; i++)
        {
            writer.AddDocument(Doc($"{i}"));
            writer.Flush();
        }
    }

    private static Term Id(string id) => new("id", id);

    private static Document Doc(string id) => new() { new StringField("id", id, stored: true) };

    private IndexWriter Open(bool merge = true) => new(_directory, new IndexWriterConfig { SegmentsPerTier = 3, MergeAutomatically = merge });

    /// <summary>Holds up the first merge: its first file is not created before it is released. Merges are known by their thread, which is not the test's.</summary>
    private sealed class HeldDirectory(IndexDirectory inner) : FilterDirectory(inner)
    {
        private readonly int _testThread = Environment.CurrentManagedThreadId;
        private readonly ManualResetEventSlim _released = new();

        public ManualResetEventSlim Merging { get; } = new();

        public bool IsReleased => _released.IsSet;

        public bool Fails { get; set; }

        public void Release() => _released.Set();

        public override IndexOutput CreateOutput(string name)
        {
            if (Environment.CurrentManagedThreadId == _testThread) return base.CreateOutput(name);
            Merging.Set();
            _released.Wait(TimeSpan.FromMinutes(1)).ShouldBeTrue();
            return Fails ? throw new IOException("The merge's disk is full.") : base.CreateOutput(name);
        }
    }
}
