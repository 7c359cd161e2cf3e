using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Generations;
using SearchNews.Testing;

namespace SearchNews.Search.Tests.Generations;

/// <summary>A switch that fails, is killed or loses power at any of its calls leaves the old or the new generation live, never a third state, and does not block the next switch.</summary>
public sealed class CurrentFileTests
{
    private const string Old = "g000001";
    private const string New = "g000002";
    private const int Draws = 100;

    [Fact]
    public void Read_NoFile_IsNull() => CurrentFile.Read(new MemoryDirectory()).ShouldBeNull();

    [Fact]
    public void Write_LeftoverOfAKilledSwitch_IsReplaced()
    {
        MemoryDirectory root = WithOld(new MemoryDirectory());
        using (IndexOutput leftover = root.CreateOutput("CURRENT.tmp")) leftover.WriteByte(1);
        CurrentFile.Write(root, New);
        CurrentFile.Read(root).ShouldBe(New);
        root.ListAll().ShouldBe(["CURRENT"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_AnyCallFails_OldOrNewIsLive(bool once)
    {
        int calls = CallsOf(new FaultInjectingDirectory(WithOld(new MemoryDirectory())), d => d.Calls);
        calls.ShouldBeGreaterThanOrEqualTo(7, "list, create, write, close, fsync, replace, fsync of the folder");
        for (int failAt = 1; failAt <= calls; failAt++)
        {
            MemoryDirectory disk = WithOld(new MemoryDirectory());
            FaultInjectingDirectory faulty = new(disk) { FailAt = failAt, Once = once };
            Should.Throw<IOException>(() => CurrentFile.Write(faulty, New));
            CurrentFile.Read(disk).ShouldBeOneOf([Old, New], faulty.Failed);
            CurrentFile.Write(disk, New);
            CurrentFile.Read(disk).ShouldBe(New, faulty.Failed);
        }
    }

    [Fact]
    public void Write_PowerCutAtAnyCall_OldOrNewIsLive()
    {
        Random random = Seeds.Random();
        int calls = CallsOf(WithOld(new PowerCutDirectory()), d => d.Calls);
        for (int cutAt = 1; cutAt <= calls + 1; cutAt++)
        {
            for (int draw = 0; draw < Draws; draw++)
            {
                MemoryDirectory disk = Cut(cutAt, ignoresSync: false, random, out bool acknowledged);
                acknowledged.ShouldBe(cutAt > calls);
                string? live = CurrentFile.Read(disk);
                if (acknowledged) live.ShouldBe(New);
                else live.ShouldBeOneOf(Old, New);
                CurrentFile.Write(disk, "g000003");
                CurrentFile.Read(disk).ShouldBe("g000003");
            }
        }
    }

    [Fact]
    public void Write_PowerCutOnADiskThatIgnoresFsync_IsNoticedByTheTestAbove()
    {
        Random random = Seeds.Random();
        int lost = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            MemoryDirectory disk = Cut(cutAt: 100, ignoresSync: true, random, out _);
            try
            {
                if (CurrentFile.Read(disk) != New) lost++;
            }
            catch (CorruptIndexException)
            {
                lost++;
            }
        }

        lost.ShouldBeGreaterThan(Draws / 4);
    }

    private static MemoryDirectory Cut(int cutAt, bool ignoresSync, Random random, out bool acknowledged)
    {
        PowerCutDirectory disk = WithOld(new PowerCutDirectory());
        disk.IgnoresSync = ignoresSync;
        disk.CutAt = disk.Calls + cutAt;
        acknowledged = true;
        try
        {
            CurrentFile.Write(disk, New);
        }
        catch (IOException)
        {
            acknowledged = false;
        }

        return disk.AfterCut(random);
    }

    private static int CallsOf<T>(T directory, Func<T, int> count)
        where T : IndexDirectory
    {
        int before = count(directory);
        CurrentFile.Write(directory, New);
        return count(directory) - before;
    }

    private static T WithOld<T>(T directory)
        where T : IndexDirectory
    {
        CurrentFile.Write(directory, Old);
        return directory;
    }
}
