using SearchNews.Articles.Folders;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Tests.Indexing;

public sealed class ReadAheadTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(15, 1)]
    [InlineData(200, 3)]
    public void Next_ManyFiles_GivesThemInOrderOnSoManyThreads(int files, int threads)
    {
        List<ArticleEntry> entries = Entries(files);
        int running = 0;
        int most = 0;
        var seen = new List<string>();
        using var readings = new ReadAhead(
            entries,
            files,
            entry =>
            {
                int now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                Thread.SpinWait(entry.Path.Length * 1_000);
                Interlocked.Decrement(ref running);
                return Load(entry);
            },
            threads,
            TestContext.Current.CancellationToken);

        while (readings.Next() is { } reading)
            seen.Add(reading.Content.Entry.Id);

        seen.ShouldBe(entries.Select(entry => entry.Id));
        most.ShouldBeLessThanOrEqualTo(threads);
        readings.Next().ShouldBeNull();
    }

    [Fact]
    public void Next_MoreThreadsThanProcessors_AllReadAtOnce()
    {
        // Each waits for all others, as for a slow disk: threads of the pool would come one by one.
        const int Threads = 24;
        using var all = new CountdownEvent(Threads);
        int together = 0;
        using var readings = new ReadAhead(
            Entries(Threads),
            Threads,
            entry =>
            {
                all.Signal();
                if (all.Wait(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken)) Interlocked.Increment(ref together);
                return Load(entry);
            },
            Threads,
            TestContext.Current.CancellationToken);

        for (int i = 0; i < Threads; i++) readings.Next().ShouldNotBeNull();
        together.ShouldBe(Threads);
    }

    [Fact]
    public void Next_ReadingFails_ThrowsThatError()
    {
        using var readings = new ReadAhead(Entries(3), 3, entry => entry.Id == "00001" ? throw new IOException("gone") : Load(entry), 2, TestContext.Current.CancellationToken);

        readings.Next().ShouldNotBeNull();
        Should.Throw<IOException>(() => readings.Next()).Message.ShouldBe("gone");
    }

    [Fact]
    public void Next_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        using var readings = new ReadAhead(Entries(3), 3, Load, 2, source.Token);
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => readings.Next());
    }

    [Fact]
    public void Dispose_BeforeTheEnd_NothingIsReadAnyMore()
    {
        int running = 0;
        int begun = 0;
        var readings = new ReadAhead(
            Entries(1_000),
            1_000,
            entry =>
            {
                Interlocked.Increment(ref begun);
                Interlocked.Increment(ref running);
                Thread.Sleep(2);
                Interlocked.Decrement(ref running);
                return Load(entry);
            },
            2,
            TestContext.Current.CancellationToken);
        readings.Next().ShouldNotBeNull();

        readings.Dispose();

        Volatile.Read(ref running).ShouldBe(0);
        int before = Volatile.Read(ref begun);
        Thread.Sleep(20);
        Volatile.Read(ref begun).ShouldBe(before);
        before.ShouldBeLessThan(100);
    }

    /// <summary>Files that are not there: reading them ends soon.</summary>
    private static List<ArticleEntry> Entries(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new ArticleEntry($"{i:00000}", $"{i:00000}.md", "/no/such/folder", 1, DateTimeOffset.UnixEpoch))];

    private static ArticleReading Load(ArticleEntry entry) => new(ArticleFile.Load(entry), null, null);

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (value > seen)
        {
            int before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
