using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index.Life;

/// <summary>Four threads change the same documents while others read: what no order of their steps could give must never be seen.</summary>
public sealed class ConcurrentLifeTests
{
    private const int Threads = 4;
    private const int Shared = 3;

    private static readonly int Steps = LongTier.Rounds(300, 6_000);

    private readonly MemoryDirectory _directory = new();

    [Fact]
    public async Task UpdatesOfTheSameIds_ByFourThreads_AlwaysLeaveExactlyOne()
    {
        using IndexWriter writer = new(_directory, new IndexWriterConfig { SegmentsPerTier = 2, RamBufferBytes = 256 << 10 });
        for (int id = 0; id < Shared; id++) writer.UpdateDocument(Id($"s{id}"), Doc($"s{id}", 0));
        writer.Commit();
        long[] last = new long[Threads];
        Task[] changing = [.. Enumerable.Range(0, Threads).Select(thread => Task.Run(() => Change(writer, thread, last), TestContext.Current.CancellationToken))];
        await Task.WhenAll(changing);
        writer.WaitForMerges();
        writer.Commit();
        DirectoryReader end = DirectoryReader.Open(_directory);
        ShouldHaveEachOnce(end);
        Dictionary<string, long> numbers = Numbers(end).ToDictionary(p => p.Id, p => p.Number, StringComparer.Ordinal);
        for (int thread = 0; thread < Threads; thread++) numbers[$"own{thread}"].ShouldBe(last[thread], "a thread's last update of a document of its own is the one that is left");
        IndexVerifier.Verify(_directory, TestContext.Current.CancellationToken).Problems.ShouldBeEmpty();
    }

    private void Change(IndexWriter writer, int thread, long[] last)
    {
        Random random = Seeds.Of(Seeds.Current, thread);
        DirectoryReader? reader = null;
        for (int step = 1; step <= Steps; step++)
        {
            string shared = $"s{random.Next(Shared)}";
            switch (random.Next(20))
            {
                case < 8:
                    writer.UpdateDocument(Id(shared), Doc(shared, step));
                    break;
                case < 12:
                    writer.UpdateDocument(Id($"own{thread}"), Doc($"own{thread}", step));
                    last[thread] = step;
                    break;
                case < 15:
                    // Added by nobody but by updates, and deleted: never more than one.
                    string passing = $"p{random.Next(6)}";
                    if (random.Next(2) == 0) writer.UpdateDocument(Id(passing), Doc(passing, step));
                    else writer.DeleteDocuments(Id(passing), Id("nobody"));
                    break;
                case < 17:
                    reader = reader is null ? DirectoryReader.Open(writer) : reader.OpenIfChanged() ?? reader;
                    ShouldHaveEachOnce(reader);
                    OwnShouldBe(reader, thread, last[thread]);
                    break;
                case < 18:
                    writer.Commit();
                    DirectoryReader committed = DirectoryReader.Open(_directory);
                    ShouldHaveEachOnce(committed);
                    Numbers(committed).Where(p => p.Id == $"own{thread}").Sum(p => p.Number).ShouldBe(last[thread]);
                    break;
                case < 19:
                    writer.Flush();
                    break;
                default:
                    if (random.Next(10) == 0) writer.ForceMerge(2);
                    break;
            }
        }

        if (last[thread] > 0) return;
        writer.UpdateDocument(Id($"own{thread}"), Doc($"own{thread}", last[thread] = 1));
    }

    private static void OwnShouldBe(DirectoryReader reader, int thread, long last) =>
        Numbers(reader).Where(p => p.Id == $"own{thread}").Sum(p => p.Number).ShouldBe(last, "a reader sees what its own thread did before");

    private static void ShouldHaveEachOnce(DirectoryReader reader)
    {
        List<string> ids = LiveIds.Of(reader);
        ids.ShouldBeUnique();
        ids.Count(id => id[0] == 's').ShouldBe(Shared);
        ids.Count.ShouldBe(reader.NumDocs);
    }

    private static IEnumerable<(string Id, long Number)> Numbers(DirectoryReader reader) => LiveIds.Of(reader).Zip(LiveIds.Of(reader, "words"), (id, n) => (id, long.Parse(n, System.Globalization.CultureInfo.InvariantCulture)));

    private static Term Id(string id) => new("id", id);

    private static Document Doc(string id, long number) => new LifeDocument(id, number, $"{number}").ToDocument();
}
