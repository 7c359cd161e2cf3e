using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index.Life;

/// <summary>
/// Whatever call of the disk fails during a commit with deletes, a merge or a near-real-time reopening, and whenever the power is cut: a named error or success, the old state or the new one, never a
/// third; what was acknowledged is there; and writing can go on.
/// </summary>
public sealed class FaultTests
{
    private static readonly Dictionary<string, (Action<FaultScenario> Steps, bool Merge)> Scenarios = new(StringComparer.Ordinal)
    {
        ["commit with deletes"] = (CommitWithDeletes, false),
        ["merge"] = (Merge, false),
        ["merges in the background"] = (MergeInTheBackground, true),
        ["near-real-time, then commit"] = (ReopenAndCommit, false),
    };

    public static TheoryData<string, bool> Faults => new(Scenarios.Keys.SelectMany(s => new[] { (s, true), (s, false) }));

    public static TheoryData<string> Cuts => new(Scenarios.Keys);

    [Theory]
    [MemberData(nameof(Faults))]
    public void AnyCallFails_OldStateOrNew(string scenario, bool once)
    {
        (Action<FaultScenario> steps, bool merge) = Scenarios[scenario];
        int calls = RunOnFaulty(steps, merge, failAt: 0, once).Disk.Calls;
        calls.ShouldBeGreaterThan(30);

        // A disk that stays broken, in the fast tier, breaks at every third call only: of the rest the single faults tell nearly all.
        int stride = once ? 1 : LongTier.Rounds(3, 1);
        for (int failAt = 1; failAt <= calls; failAt += stride)
        {
            (FaultInjectingDirectory faulty, MemoryDirectory disk, FaultScenario.Progress progress) = RunOnFaulty(steps, merge, failAt, once);
            ShouldBeWhole(disk, progress, $"failing call {failAt} ({faulty.Failed})");
        }
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public void PowerCutAtAnyCall_OldStateOrNew(string scenario)
    {
        (Action<FaultScenario> steps, bool merge) = Scenarios[scenario];
        CountLosses(steps, merge, static (disk, _) => disk, rethrow: true).ShouldBe(0);
    }

    [Fact]
    public void PowerCut_WithoutAnyFsync_IsNoticed() => CountLosses(CommitWithDeletes, merge: false, static (disk, _) =>
    {
        disk.IgnoresSync = true;
        return disk;
    }).ShouldBeGreaterThan(0);

    [Fact]
    public void PowerCut_WithoutFsyncOfLiveDocs_IsNoticed() =>
        CountLosses(CommitWithDeletes, merge: false, static (disk, _) => new CarelessDirectory(disk, name => name.EndsWith(".liv", StringComparison.Ordinal), syncsFolder: true)).ShouldBeGreaterThan(0);

    [Fact]
    public void PowerCut_WithoutFsyncOfTheFolder_IsNoticed() =>
        CountLosses(CommitWithDeletes, merge: false, static (disk, _) => new CarelessDirectory(disk, _ => false, syncsFolder: false)).ShouldBeGreaterThan(0);

    private static void CommitWithDeletes(FaultScenario life)
    {
        life.Delete("0", "3");
        life.Update("4");
        life.Commit();

        // A whole segment goes.
        life.Delete("1", "2");
        life.Update("7");
        life.Commit();
        life.Delete("5");
        life.Commit();
    }

    private static void Merge(FaultScenario life)
    {
        life.Delete("0");
        life.Update("2");
        life.Merge();
        life.Commit();
    }

    private static void MergeInTheBackground(FaultScenario life)
    {
        life.Update("0");
        life.Flush();
        life.Update("3");
        life.Delete("5");
        life.Flush();
        life.Commit();
    }

    private static void ReopenAndCommit(FaultScenario life)
    {
        life.Update("0");
        life.ShouldBeSeen();
        life.Delete("1", "2");
        life.ShouldBeSeen();
        life.Commit();
    }

    private static (FaultInjectingDirectory Disk, MemoryDirectory Inner, FaultScenario.Progress Progress) RunOnFaulty(Action<FaultScenario> steps, bool merge, int failAt, bool once)
    {
        MemoryDirectory inner = new();
        FaultScenario.Prepare(inner);
        FaultInjectingDirectory disk = new(inner) { FailAt = failAt, Once = once };
        return (disk, inner, FaultScenario.Run(disk, steps, merge));
    }

    /// <summary>Cuts the power at every call, and counts after how many cuts something is wrong.</summary>
    private static int CountLosses(Action<FaultScenario> steps, bool merge, Func<PowerCutDirectory, int, IndexDirectory> spoil, bool rethrow = false)
    {
        Random random = Seeds.Random();
        int losses = 0;
        PowerCutDirectory disk;
        int cutAt = 0;
        do
        {
            disk = new PowerCutDirectory();
            FaultScenario.Prepare(disk);
            int before = disk.Calls;
            disk.CutAt = before + ++cutAt;
            FaultScenario.Progress progress = FaultScenario.Run(spoil(disk, cutAt), steps, merge);
            try
            {
                ShouldBeWhole(disk.AfterCut(random), progress, $"cut at call {cutAt}");
            }
            catch (ShouldAssertException) when (!rethrow)
            {
                losses++;
            }
        }
        while (disk.Calls >= disk.CutAt);
        cutAt.ShouldBeGreaterThan(20);
        return losses;
    }

    private static void ShouldBeWhole(MemoryDirectory disk, FaultScenario.Progress progress, string when)
    {
        string state;
        try
        {
            state = FaultScenario.StateOf(disk);
            using IndexWriter writer = new(disk, new IndexWriterConfig { MergeAutomatically = false });
            writer.DeleteDocuments(new Term("id", "4"), new Term("id", "5"), new Term("id", "7"));
            writer.Commit();
        }
        catch (IOException e)
        {
            throw new ShouldAssertException($"{when}: {e}");
        }

        state.ShouldBeOneOf([progress.Acknowledged, progress.Attempted], when);
        FaultScenario.StateOf(disk).ShouldBe(string.Join(' ', state.Split(' ').Where(s => s[0] is not ('4' or '5' or '7'))), when);
        DirectoryReader reader = DirectoryReader.Open(disk);
        disk.ListAll().Where(f => f != IndexLock.WriteLockName).ShouldBe(reader.Commit.Files().Append(reader.Commit.FileName).Order(StringComparer.Ordinal), when);
    }

    /// <summary>A directory that leaves out some fsyncs: what the tests above must find.</summary>
    private sealed class CarelessDirectory(IndexDirectory inner, Func<string, bool> forgets, bool syncsFolder) : FilterDirectory(inner)
    {
        public override void Sync(IEnumerable<string> names) => base.Sync(names.Where(n => !forgets(n)));

        public override void SyncMetadata()
        {
            if (syncsFolder) base.SyncMetadata();
        }
    }
}
