using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>
/// A server is asked over loopback by other threads of another process while its index is rebuilt and changed: no request fails, no answer mixes states,
/// switches are not felt, and what old generations held is given back. Changes come over HTTP one after the other, and others as files that the server watches.
/// Fast tier: 2 rebuilds and 20 updates; long tier: 20 and 2,000.
/// </summary>
public sealed class ServeUnderLoadTests(ITestOutputHelper output)
{
    private const int Articles = 300;
    private const int Clients = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(8);
    private static readonly TimeSpan AroundSwitch = TimeSpan.FromMilliseconds(250);

    private static readonly string[] Questions =
    [
        "/v1/search?group=none&q=moon&size=100", "/v1/search?group=none&q=moon&size=100&page=2", "/v1/search?group=none&q=moon+rocket&size=100&sort=quality", "/v1/search?group=none&q=moon&size=100&sort=oldest",
        "/v1/search?group=none&q=%22on+its+way%22&size=100&page=3",
    ];

    [Fact]
    public async Task Serve_RebuildsAndUpdatesUnderLoad_NoFailedRequestNoMixedAnswer()
    {
        int rebuilds = LongTier.Rounds(2, 20);
        int updates = LongTier.Rounds(20, 2_000);
        using KillingGround ground = await KillingGround.CreateAsync(Articles);
        var history = new ChangeHistory(Enumerable.Range(0, Articles).Select(VersionedArticles.IdOf));
        using ServerProcess server = await ServerProcess.StartAsync(ground.Index, AdminClient.Environment, "--watch");
        using var admin = new AdminClient(server.Address);
        var checker = new AnswerChecker(history);
        await WarmUpAsync(server.Address);
        var latencies = new Latencies();
        var switches = new List<long>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task[] load = [.. Enumerable.Range(0, Clients).Select(c => AskAsync(server.Address, Seeds.Of(Seeds.Current, c), history, checker, latencies, stop.Token))];

        var figures = new List<ProcessFigures>();
        Task changes = ChangeAsync(admin, history, updates, load);
        Task<TimeSpan[]> watched = WatchAsync(server.Address, ground.Articles.Folder, LongTier.Rounds(4, 200));
        for (int rebuild = 0; rebuild < rebuilds; rebuild++)
        {
            await admin.WaitForJobAsync(await admin.StartRebuildAsync());
            switches.Add(Stopwatch.GetTimestamp());
            await Task.Delay(LongTier.IsOn ? 500 : 100, TestContext.Current.CancellationToken);
            figures.Add(ProcessFigures.Of(server.Process));
        }

        await changes;
        TimeSpan[] lags = await watched;
        stop.Cancel();
        await Task.WhenAll(load);

        (await VersionedArticles.ReadIndexAsync(ground.Index)).ShouldBe(ground.Articles.ReadFolder(), ignoreOrder: true);
        ProcessFigures end = await SettledAsync(server.Process);
        TimeSpan normal = latencies.P99(switches, AroundSwitch, inside: false);
        TimeSpan switching = latencies.P99(switches, AroundSwitch, inside: true);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rebuilds} rebuilds, {updates} updates, {latencies.Count} requests, 0 failed, {checker.Generations} generations and {checker.Commits} commits seen"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lags.Length} watched files, visible after {lags[lags.Length / 2].TotalMilliseconds:0} ms in the median, {lags[^1].TotalMilliseconds:0} ms at most"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p99 {normal.TotalMilliseconds:0.0} ms, around a switch {switching.TotalMilliseconds:0.0} ms"));
        foreach (ProcessFigures figure in figures.Append(end)) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"resident {figure.ResidentKb / 1024} MiB, {figure.Handles} handles, {figure.Gone} deleted files open"));
        checker.Generations.ShouldBeGreaterThan(rebuilds - 1);
        end.Gone.ShouldBe(0);
        end.Handles.ShouldBeLessThanOrEqualTo(figures[0].Handles + 16);
        if (!LongTier.IsOn) return;
        end.ResidentKb.ShouldBeLessThanOrEqualTo(figures[figures.Count / 4].ResidentKb * 5 / 4);
        switching.ShouldBeLessThanOrEqualTo(normal * 2);
    }

    /// <summary>The first answers wait for the compiler, which is no matter here.</summary>
    private static async Task WarmUpAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        for (int i = 0; i < LongTier.Rounds(3, 200); i++)
        {
            foreach (string question in Questions) await client.GetStringAsync(new Uri(question, UriKind.Relative), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Asks at a pace that leaves the machine room for the changes; any failure ends it.</summary>
    private static async Task AskAsync(Uri address, Random random, ChangeHistory history, AnswerChecker checker, Latencies latencies, CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = address };
        while (!stop.IsCancellationRequested)
        {
            int acknowledged = history.Acknowledged;
            long started = Stopwatch.GetTimestamp();
            using HttpResponseMessage response = await client.GetAsync(new Uri(Questions[random.Next(Questions.Length)], UriKind.Relative), TestContext.Current.CancellationToken);
            byte[] body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            latencies.Add(started);
            response.IsSuccessStatusCode.ShouldBeTrue($"{response.StatusCode}: {System.Text.Encoding.UTF8.GetString(body)}");
            using JsonDocument answer = JsonDocument.Parse(body);
            checker.Check(answer.RootElement, acknowledged);
            TimeSpan rest = Pace - Stopwatch.GetElapsedTime(started);
            if (rest > TimeSpan.Zero) await Task.Delay(rest, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Puts and deletes one article after the other; stops early when the load has ended, which it does by itself only when it failed.</summary>
    private static async Task ChangeAsync(AdminClient admin, ChangeHistory history, int updates, Task[] load)
    {
        Random random = Seeds.Of(Seeds.Current, -1);
        for (int i = 0; i < updates && !load.Any(l => l.IsFaulted); i++)
        {
            string id = VersionedArticles.IdOf(random.Next(Articles));
            bool isDeletion = random.Next(4) == 0;
            int change = history.Begin(id, isDeletion);
            if (isDeletion) await admin.DeleteAsync(id);
            else await admin.PutAsync(id, VersionedArticles.TextOf(id, change));
            history.Acknowledge(change);
            if (i % 10 == 9) await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Writes files without telling anybody and waits until each is found; gives how long that took, ascending.</summary>
    private static async Task<TimeSpan[]> WatchAsync(Uri address, string folder, int files)
    {
        using var client = new HttpClient { BaseAddress = address };
        var lags = new TimeSpan[files];
        for (int version = 0; version < files; version++)
        {
            string path = Path.Combine(folder, $"comet-{version % 10}.markdown");
            string title = string.Create(CultureInfo.InvariantCulture, $"Comet seen {version} times");
            await File.WriteAllTextAsync(path + ".tmp", $"---\ntitle: {title}\n---\n", TestContext.Current.CancellationToken);
            File.Move(path + ".tmp", path, overwrite: true);
            long started = Stopwatch.GetTimestamp();
            while (!(await client.GetStringAsync(new Uri("/v1/search?group=none&q=comet&size=20", UriKind.Relative), TestContext.Current.CancellationToken)).Contains(title, StringComparison.Ordinal))
            {
                Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience, title);
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            lags[version] = Stopwatch.GetElapsedTime(started);
        }

        Array.Sort(lags);
        return lags;
    }

    /// <summary>The figures when the last cursor and request are gone: handles go away with the collector at the latest.</summary>
    private static async Task<ProcessFigures> SettledAsync(Process process)
    {
        ProcessFigures figures = ProcessFigures.Of(process);
        for (int i = 0; i < 50 && figures.Gone > 0; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            figures = ProcessFigures.Of(process);
        }

        return figures;
    }
}
