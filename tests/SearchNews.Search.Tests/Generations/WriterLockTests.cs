using System.Diagnostics;
using SearchNews.Lucene.Store;
using SearchNews.Search.Generations;
using SearchNews.Testing;

namespace SearchNews.Search.Tests.Generations;

public sealed class WriterLockTests
{
    private const string HoldVariable = "SEARCHNEWS_TEST_HOLD_LOCK";

    [Fact]
    public void Obtain_HeldAlready_NamesTheHolder()
    {
        using var folder = new TempFolder();
        using (WriterLock held = WriterLock.Obtain(folder.Path, "index \"rebuild\""))
        {
            IndexLockedException e = Should.Throw<IndexLockedException>(() => WriterLock.Obtain(folder.Path, "another"));
            e.Message.ShouldContain($"process {Environment.ProcessId} (index \"rebuild\")");
            e.Holder.ShouldBe(held.Holder);
            new FileInfo(folder.Combine("write.lock")).Length.ShouldBe(0, "Apache Lucene fails on a lock file with content");
        }

        Directory.GetFiles(folder.Path).Select(Path.GetFileName).ShouldBe(["write.lock"]);
        WriterLock.Obtain(folder.Path, "again").Dispose();
    }

    [Fact]
    public void Announce_ServingProcess_OthersLearnItsAddress()
    {
        using var folder = new TempFolder();
        using WriterLock held = WriterLock.Obtain(folder.Path, "serve --watch");
        held.Announce("http://127.0.0.1:5080");
        IndexLockedException e = Should.Throw<IndexLockedException>(() => WriterLock.Obtain(folder.Path, "index update"));
        e.Holder.ShouldBe(new WriterHolder(Environment.ProcessId, "serve --watch", "http://127.0.0.1:5080"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"pid\":\"x\"}")]
    [InlineData("{\"pid\":1}")]
    public void Obtain_HeldWithUnreadableHolder_IsLockedAllTheSame(string content)
    {
        using var folder = new TempFolder();
        using WriterLock held = WriterLock.Obtain(folder.Path, "index rebuild");
        File.WriteAllText(folder.Combine("writer.json"), content);
        IndexLockedException e = Should.Throw<IndexLockedException>(() => WriterLock.Obtain(folder.Path, "another"));
        e.Holder.ShouldBeNull();
        e.Message.ShouldContain("another process");
    }

    [Fact]
    public void Dispose_HolderFileGone_FreesTheLock()
    {
        using var folder = new TempFolder();
        WriterLock held = WriterLock.Obtain(folder.Path, "index rebuild");
        File.Delete(folder.Combine("writer.json"));
        held.Dispose();
        held.Dispose();
        WriterLock.Obtain(folder.Path, "again").Dispose();
    }

    [Fact]
    public void Obtain_AnyCallFails_LockIsFree()
    {
        FaultInjectingDirectory counting = new(new MemoryDirectory());
        WriterLock.Obtain(counting, "count").Dispose();
        for (int failAt = 1; failAt < counting.Calls; failAt++)
        {
            MemoryDirectory disk = new();
            FaultInjectingDirectory faulty = new(disk) { FailAt = failAt };
            Should.Throw<IOException>(() => WriterLock.Obtain(faulty, "fails"), $"call {failAt}");
            WriterLock.Obtain(disk, "again").Dispose();
        }
    }

    [Fact]
    public void Obtain_HolderWasKilled_DoesNotBlock()
    {
        using var folder = new TempFolder();
        ProcessStartInfo start = new("dotnet", [typeof(WriterLockTests).Assembly.Location, "-method", $"{typeof(WriterLockTests).FullName}.{nameof(Hold_UntilKilled_ForTheTestAbove)}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { [HoldVariable] = folder.Path },
        };
        using Process holder = Process.Start(start)!;
        try
        {
            SpinWait.SpinUntil(() => holder.HasExited || File.Exists(folder.Combine("writer.json")), TimeSpan.FromMinutes(1)).ShouldBeTrue();
            IndexLockedException e = Should.Throw<IndexLockedException>(() => WriterLock.Obtain(folder.Path, "another"));
            e.Holder!.ProcessId.ShouldBe(holder.Id);
        }
        finally
        {
            holder.Kill();
            holder.WaitForExit();
        }

        File.Exists(folder.Combine("writer.json")).ShouldBeTrue("the dead leave their name behind");
        using WriterLock obtained = WriterLock.Obtain(folder.Path, "another");
        WriterHolder.Read(new FileSystemDirectory(folder.Path)).ShouldBe(new WriterHolder(Environment.ProcessId, "another"));
    }

    [Fact]
    public void Hold_UntilKilled_ForTheTestAbove()
    {
        string? folder = Environment.GetEnvironmentVariable(HoldVariable);
        Assert.SkipWhen(folder is null, "Runs in the child process of the test above.");
        using WriterLock held = WriterLock.Obtain(folder, "until killed");
        Thread.Sleep(TimeSpan.FromMinutes(2));
    }
}
