using SearchNews.Articles;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Tests.Stories;

/// <summary>
/// Changes of a generation that end at any call of the disk, by a fault, a kill or a power cut: the commit that is last then has its own stories, whole, and the next change goes on from there.
/// </summary>
public sealed class StoryCrashTests : IDisposable
{
    private static readonly DateTimeOffset Day = new(2021, 8, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private int _stores;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Commit_AnyCallFails_CommitAndStoriesAreOne(bool once)
    {
        MemoryDirectory first = new();
        Create(first);
        FaultInjectingDirectory counting = new(Copy(first));
        Change(counting, "c");
        counting.Calls.ShouldBeGreaterThan(20);
        var outcomes = new HashSet<int>();
        for (int failAt = 1; failAt <= counting.Calls; failAt++)
        {
            MemoryDirectory disk = Copy(first);
            FaultInjectingDirectory faulty = new(disk) { FailAt = failAt, Once = once };
            bool acknowledged = TryChange(faulty);
            outcomes.Add(Check(disk, acknowledged, $"call {failAt}, {faulty.Failed}"));
        }

        outcomes.ShouldBe([2, 3], ignoreOrder: true, "the change was lost at some call and made at another");
    }

    [Fact]
    public void Commit_PowerCutAtAnyCall_CommitAndStoriesAreOne()
    {
        PowerCutDirectory counting = new();
        Create(counting);
        int before = counting.Calls;
        Change(counting, "c");
        int calls = counting.Calls;
        var outcomes = new HashSet<int>();
        for (int cutAt = before + 1; cutAt <= calls + 1; cutAt++)
        {
            for (int chance = 0; chance < 3; chance++)
            {
                PowerCutDirectory disk = new();
                Create(disk);
                disk.CutAt = cutAt;
                bool acknowledged = TryChange(disk);
                outcomes.Add(Check(disk.AfterCut(Seeds.Of(Seeds.Current, (cutAt * 3) + chance)), acknowledged, $"cut at {cutAt} of {calls}, chance {chance}"));
            }
        }

        outcomes.ShouldBe([2, 3], ignoreOrder: true, "the change was lost at some call and made at another");
    }

    /// <summary>Checks a disk, and that the next change works; returns how many articles there were.</summary>
    private int Check(MemoryDirectory disk, bool acknowledged, string when)
    {
        DirectoryReader reader = DirectoryReader.Open(disk);
        StoryStatistics figures = StoryVerifier.Verify(disk, reader).ShouldNotBeNull(when);
        figures.ShouldBe(new StoryStatistics(1, 1, reader.NumDocs, reader.NumDocs), when);
        if (acknowledged) reader.NumDocs.ShouldBe(3, when);
        Change(disk, "d");
        DirectoryReader next = DirectoryReader.Open(disk);
        StoryVerifier.Verify(disk, next).ShouldBe(new StoryStatistics(1, 1, reader.NumDocs + 1, reader.NumDocs + 1), when);
        return reader.NumDocs;
    }

    private bool TryChange(IndexDirectory disk)
    {
        try
        {
            Change(disk, "c");
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Create(IndexDirectory disk)
    {
        GenerationStore store = StoreOn(disk);
        using GenerationWriter writer = GenerationWriter.Create(store, new Generation(1, "g000001"), 1 << 20);
        writer.Put(Told("a"), replaces: false);
        writer.Put(Told("b"), replaces: false);
        writer.CommitChanges("source", Day);
    }

    private void Change(IndexDirectory disk, string id)
    {
        GenerationStore store = StoreOn(disk);
        using GenerationWriter writer = GenerationWriter.Open(store, new Generation(1, "g000001"));
        writer.Put(Told(id), replaces: false);
        writer.CommitChanges("source", Day);
    }

    private GenerationStore StoreOn(IndexDirectory disk) => new(_folder.Combine($"index{_stores++}"), _ => new Kept(disk));

    private static Article Told(string id) => SomeArticles.Titled(id, "Comet over the glacier") with { PublishedAt = Day };

    private static MemoryDirectory Copy(MemoryDirectory from)
    {
        MemoryDirectory to = new();
        foreach (string name in from.ListAll())
        {
            using IndexOutput output = to.CreateOutput(name);
            output.WriteBytes(from.OpenInput(name).Span);
        }

        return to;
    }

    // The writer disposes what it is given.
    private sealed class Kept(IndexDirectory inner) : FilterDirectory(inner)
    {
        protected override void Dispose(bool disposing) => base.Dispose(disposing: false);
    }
}
