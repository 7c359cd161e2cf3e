using Microsoft.Extensions.Logging;
using SearchNews.Api.Refreshing;

namespace SearchNews.Api.Tests.Refreshing;

public sealed class GenerationRefresherTests
{
    private static readonly string[] NoFailures = [];

    [Fact]
    public async Task Start_ThenEveryInterval_Refreshes()
    {
        using var script = new Script();
        await script.RunAsync(looks: 3);
        script.Looks.ShouldBe(3);
        script.Failures.ShouldBe(NoFailures);
    }

    [Fact]
    public async Task Advance_LessThanTheInterval_DoesNotRefresh()
    {
        using var script = new Script();
        await script.StartAsync();
        script.Time.Advance(GenerationRefresher.DefaultInterval - TimeSpan.FromTicks(1));
        (await script.Looked.WaitAsync(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken)).ShouldBeFalse();
        await script.StopAsync();
    }

    [Fact]
    public async Task Refresh_Fails_IsLoggedOncePerChangeAndThenRecovers()
    {
        using var script = new Script(null, "disk a", "disk a", "disk b", "disk b", null, null, "disk a");
        await script.RunAsync(looks: 8);
        script.Failures.ShouldBe(["disk a", "disk b", "recovered", "disk a"]);
    }

    [Fact]
    public async Task Refresh_Fails_ReadySaysSoWithoutTheMessage()
    {
        bool fails = true;
        using var looked = new SemaphoreSlim(0);
        await using ApiServer server = await ApiServer.StartAsync(more: services => services.AddGenerationRefresher(() =>
        {
            looked.Release();
            if (Volatile.Read(ref fails)) throw new IOException(FakeBackend.Secret);
        }));
        await looked.WaitAsync(TestContext.Current.CancellationToken);
        await NextLookAsync(server, looked);
        ApiAnswer degraded = await server.GetAsync("/readyz");
        degraded.ShouldBeJson().GetProperty("status").GetString().ShouldBe("degraded");
        degraded.Body.ShouldContain("IOException");
        degraded.Body.ShouldNotContain(FakeBackend.Secret);

        Volatile.Write(ref fails, false);
        await NextLookAsync(server, looked);
        (await server.GetAsync("/readyz")).ShouldBeJson().GetProperty("status").GetString().ShouldBe("ready");
    }

    /// <summary>Two more looks, one for each step of the clock: when the second begins, what the first found is known.</summary>
    private static async Task NextLookAsync(ApiServer server, SemaphoreSlim looked)
    {
        for (int i = 0; i < 2; i++)
        {
            server.Time.Advance(GenerationRefresher.DefaultInterval);
            await looked.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A refresher whose looks fail with the given messages, in turn; null succeeds.</summary>
    private sealed class Script : IDisposable
    {
        private readonly RecordedLogs _logs = new();
        private readonly ILoggerFactory _factory;
        private readonly GenerationRefresher _refresher;
        private readonly string?[] _failures;

        public Script(params string?[] failures)
        {
            _failures = failures;
            _factory = LoggerFactory.Create(b => b.AddProvider(_logs));
            _refresher = new GenerationRefresher(Look, Time, _factory.CreateLogger<GenerationRefresher>());
        }

        public ManualTime Time { get; } = new(FakeBackend.Now);

        public SemaphoreSlim Looked { get; } = new(0);

        public int Looks { get; private set; }

        public IEnumerable<string> Failures => _logs.All.Select(r => r.Exception?.Message ?? "recovered");

        public async Task StartAsync()
        {
            await _refresher.StartAsync(TestContext.Current.CancellationToken);
            await Looked.WaitAsync(TestContext.Current.CancellationToken);
        }

        public Task StopAsync() => _refresher.StopAsync(TestContext.Current.CancellationToken);

        public async Task RunAsync(int looks)
        {
            await StartAsync();
            for (int i = 1; i < looks; i++)
            {
                Time.Advance(GenerationRefresher.DefaultInterval);
                await Looked.WaitAsync(TestContext.Current.CancellationToken);
            }

            await StopAsync();
        }

        public void Dispose()
        {
            _refresher.Dispose();
            _factory.Dispose();
            Looked.Dispose();
        }

        private void Look()
        {
            string? failure = Looks < _failures.Length ? _failures[Looks] : null;
            Looks++;
            Looked.Release();
            if (failure is not null) throw new IOException(failure);
        }
    }
}
