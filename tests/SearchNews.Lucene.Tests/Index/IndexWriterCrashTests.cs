using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

/// <summary>Whatever call of the disk fails, and whenever the power is cut: the last acknowledged commit is there, whole, and writing can go on.</summary>
public sealed class IndexWriterCrashTests
{
    // Two segments for each of two commits, and merges of two: every step of the writer, in as few calls as possible.
    private static readonly IndexWriterConfig Config = new() { SegmentsPerTier = 2, IdSeed = 1 };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AnyCallFails_LastAcknowledgedCommit_IsWhole(bool once)
    {
        int calls = Scenario(new FaultInjectingDirectory(new MemoryDirectory()), out _).Calls;
        calls.ShouldBeGreaterThan(100);
        for (int failAt = 1; failAt <= calls; failAt++)
        {
            MemoryDirectory disk = new();
            FaultInjectingDirectory faulty = Scenario(new FaultInjectingDirectory(disk) { FailAt = failAt, Once = once }, out Progress progress);
            ShouldBeWhole(disk, progress, $"failing call {failAt} ({faulty.Failed})");
        }
    }

    [Fact]
    public void PowerCutAtAnyCall_LastAcknowledgedCommit_IsWhole()
    {
        Random random = Seeds.Random();
        int calls = Scenario(new PowerCutDirectory(), out _).Calls;
        for (int cutAt = 1; cutAt <= calls; cutAt++)
        {
            PowerCutDirectory disk = Scenario(new PowerCutDirectory { CutAt = cutAt }, out Progress progress);
            ShouldBeWhole(disk.AfterCut(random), progress, $"cut at call {cutAt}");
        }
    }

    [Fact]
    public void PowerCut_DiskThatIgnoresFsync_IsNoticedByTheTestAbove()
    {
        Random random = Seeds.Random();
        int calls = Scenario(new PowerCutDirectory(), out _).Calls;
        int damaged = 0;
        for (int cutAt = 1; cutAt <= calls; cutAt += 7)
        {
            PowerCutDirectory disk = Scenario(new PowerCutDirectory { CutAt = cutAt, IgnoresSync = true }, out Progress progress);
            try
            {
                ShouldBeWhole(disk.AfterCut(random), progress, "no fsync");
            }
            catch (ShouldAssertException)
            {
                damaged++;
            }
        }

        damaged.ShouldBeGreaterThan(0);
    }

    private static T Scenario<T>(T directory, out Progress progress)
        where T : IndexDirectory
    {
        progress = new Progress();
        try
        {
            using IndexWriter writer = new(directory, Config);
            for (int commit = 1; commit <= 2; commit++)
            {
                for (int i = 0; i < 2; i++)
                {
                    writer.AddDocument(new Document { new TextField("id", $"{progress.Added}", stored: true) });
                    progress.Added++;
                    writer.Flush();

                    // One thread at a time, so that each run makes the same calls.
                    writer.WaitForMerges();
                }

                progress.Attempted = progress.Added;
                writer.Commit();
                progress.Acknowledged = progress.Added;
                writer.WaitForMerges();
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException { InnerException: IOException })
        {
            // The fault, or the cut.
        }

        return directory;
    }

    private static void ShouldBeWhole(IndexDirectory disk, Progress progress, string when)
    {
        int docs;
        try
        {
            docs = CountWhole(disk);
            using IndexWriter writer = new(disk, Config);
            writer.MaxDoc.ShouldBe(docs, when);
            writer.AddDocument(new Document { new TextField("id", "after", stored: true) });
            writer.Commit();
        }
        catch (IOException e)
        {
            throw new ShouldAssertException($"{when}: {e}");
        }

        // A commit that was not acknowledged may have happened or not, but never by half.
        docs.ShouldBeOneOf([progress.Acknowledged, progress.Attempted], when);
        CountWhole(disk).ShouldBe(docs + 1, when);
        DirectoryReader reader = DirectoryReader.Open(disk);
        disk.ListAll().Where(f => f != "write.lock").ShouldBe(reader.Commit.Files().Append(reader.Commit.FileName).Order(StringComparer.Ordinal), when);
    }

    private static int CountWhole(IndexDirectory disk)
    {
        try
        {
            // Reading everything, since opening alone would not look into every block.
            DirectoryReader reader = DirectoryReader.Open(disk);
            IndexDump.Of(reader, IndexDump.ContentSections).Split('\n').Count(l => l.StartsWith(" id string", StringComparison.Ordinal)).ShouldBe(reader.MaxDoc);
            return reader.MaxDoc;
        }
        catch (IndexNotFoundException)
        {
            return 0;
        }
    }

    private sealed class Progress
    {
        public int Added { get; set; }

        public int Attempted { get; set; }

        public int Acknowledged { get; set; }
    }
}
