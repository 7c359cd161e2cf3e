using SearchNews.Api.Limits;

namespace SearchNews.Api.Tests.Limits;

public sealed class ClientBucketsTests
{
    private readonly ManualTime _time = new(FakeBackend.Now);

    [Fact]
    public void Take_Burst_IsAllowedAndOneMoreIsNot()
    {
        var buckets = new ClientBuckets(_time, perSecond: 50, burst: 100);
        for (int left = 99; left >= 0; left--) buckets.Take("a").ShouldSatisfyAllConditions(s => s.IsAllowed.ShouldBeTrue(), s => s.Remaining.ShouldBe(left));

        ClientShare refused = buckets.Take("a");
        refused.IsAllowed.ShouldBeFalse();
        refused.Wait.ShouldBe(TimeSpan.FromMilliseconds(20));
        refused.Reset.ShouldBe(TimeSpan.FromSeconds(2));
        buckets.Take("b").IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public void Take_AfterTheWait_IsAllowedOnce()
    {
        var buckets = new ClientBuckets(_time, perSecond: 50, burst: 3);
        while (buckets.Take("a").IsAllowed) continue;
        _time.Advance(TimeSpan.FromMilliseconds(19));
        buckets.Take("a").IsAllowed.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        buckets.Take("a").IsAllowed.ShouldBeTrue();
        buckets.Take("a").IsAllowed.ShouldBeFalse();
        _time.Advance(TimeSpan.FromHours(1));
        buckets.Take("a").Remaining.ShouldBe(2);
    }

    [Fact]
    public void Take_ManyClients_MemoryIsBoundedAndTheEmptiestBucketsStay()
    {
        var buckets = new ClientBuckets(_time, perSecond: 50, burst: 3);
        while (buckets.Take("greedy").IsAllowed) continue;
        for (int i = 0; i < 2 * ClientBuckets.MaxClients; i++) buckets.Take($"client {i}");
        buckets.Clients.ShouldBeLessThanOrEqualTo(ClientBuckets.MaxClients);
        buckets.Take("greedy").IsAllowed.ShouldBeFalse();
    }

    [Fact]
    public void Take_FromManyThreads_IsExact()
    {
        var buckets = new ClientBuckets(_time, perSecond: 1, burst: 1000);
        int allowed = 0;
        Parallel.For(0, 5000, _ =>
        {
            if (buckets.Take("a").IsAllowed) Interlocked.Increment(ref allowed);
        });
        allowed.ShouldBe(1000);
    }
}
