using System.Runtime.CompilerServices;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Store;

public sealed class MemoryBudgetTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1101, 1100, 0)]
    [InlineData(1100, 1100, 0)]
    [InlineData(1099, 1000, 100)]
    [InlineData(1000, 1000, 100)]
    [InlineData(999, 100, 1000)]
    [InlineData(0, 0, 1100)]
    public void Open_FilesUpToTheLimit_AreInMemory(long limit, long used, long mapped)
    {
        var budget = new MemoryBudget(limit, smallFileBytes: 10);
        using FileSystemDirectory directory = Write(budget, ("big", 1000), ("middle", 100), ("small", 10));
        IndexInput[] inputs = [directory.OpenInput("big"), directory.OpenInput("middle"), directory.OpenInput("small")];
        budget.Used.ShouldBe(used);
        budget.Mapped.ShouldBe(mapped);
        foreach (IndexInput input in inputs) input.Span.IndexOfAnyExcept((byte)7).ShouldBe(-1);
    }

    [Fact]
    public void Open_ReadersGone_GivesBackMemoryAndMappings()
    {
        var budget = new MemoryBudget(1000, smallFileBytes: 0) { Grace = TimeSpan.Zero };
        using FileSystemDirectory directory = Write(budget, ("a", 1000), ("b", 500));
        OpenAndForget(directory, "a");
        OpenAndForget(directory, "b");
        Collect(() => budget.Used == 0 && budget.Mapped == 0);
        if (OperatingSystem.IsLinux()) File.ReadAllText("/proc/self/maps").ShouldNotContain(_folder.Path);
    }

    [Fact]
    public void Open_SliceOfAMappingLeft_StaysMapped()
    {
        var budget = new MemoryBudget(0, smallFileBytes: 0) { Grace = TimeSpan.Zero };
        using FileSystemDirectory directory = Write(budget, ("a", 1000));
        IndexInput slice = directory.OpenInput("a").Slice("part", 10, 20).Clone();
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        budget.Mapped.ShouldBe(1000);
        slice.Span.IndexOfAnyExcept((byte)7).ShouldBe(-1);
        GC.KeepAlive(slice);
    }

    [Fact]
    public void Shared_OfThisProcess_IsAQuarterOfItsMemory() => MemoryBudget.Shared.Limit.ShouldBe(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);

    [Fact]
    public void Constructor_Negative_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new MemoryBudget(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => new MemoryBudget(1, -1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OpenAndForget(FileSystemDirectory directory, string name) => directory.OpenInput(name).ReadByte().ShouldBe((byte)7);

    private static void Collect(Func<bool> until)
    {
        SpinWait.SpinUntil(
            () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return until();
            },
            TimeSpan.FromSeconds(20)).ShouldBeTrue();
    }

    private FileSystemDirectory Write(MemoryBudget budget, params ReadOnlySpan<(string Name, int Length)> files)
    {
        foreach ((string name, int length) in files) File.WriteAllBytes(_folder.Combine(name), [.. Enumerable.Repeat((byte)7, length)]);
        return new FileSystemDirectory(_folder.Path, budget);
    }
}
