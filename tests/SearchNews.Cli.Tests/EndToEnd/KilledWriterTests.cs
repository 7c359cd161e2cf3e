using System.Diagnostics;
using System.Globalization;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>
/// The program is killed (<c>kill -9</c>) at random moments while it rebuilds, updates, watches and serves. Moments come from the real duration of a run, the
/// start of the process left out. With those of KilledRebuildTests 20 kills in the fast tier, 2,000 in the long one.
/// </summary>
public sealed class KilledWriterTests(ITestOutputHelper output)
{
    private static readonly int Articles = LongTier.Rounds(100, 500);

    /// <summary>The part of a run in which the process only starts.</summary>
    private const double Starting = 0.25;

    [Fact]
    public Task Rebuild_Killed_OldOrNewGeneration() => KillRunsAsync(LongTier.Rounds(4, 400), "rebuild");

    [Fact]
    public Task Update_Killed_AllChangesOrNone() => KillRunsAsync(LongTier.Rounds(5, 700), "update");

    [Fact]
    public async Task Watch_Killed_EveryArticleOldOrNew()
    {
        int kills = LongTier.Rounds(3, 300);
        using KillingGround ground = await KillingGround.CreateAsync(Articles);
        for (int kill = 0; kill < kills; kill++)
        {
            using Process process = ground.Start("index", "watch", ground.Articles.Folder);
            await WaitForWriterAsync(process, ground.Index);
            int rounds = ground.Random.Next(1, 4);
            for (int round = 0; round < rounds; round++)
            {
                // Each article for itself: nothing says that files written one after the other are taken up together.
                int version = ground.NextVersion();
                string id = VersionedArticles.IdOf(ground.Random.Next(Articles));
                ground.Ledger.Begin(version, id);
                ground.Articles.Write(id, version);
                await Task.Delay(ground.Random.Next(400), TestContext.Current.CancellationToken);
            }

            await Task.Delay(ground.Random.Next(600), TestContext.Current.CancellationToken);
            process.Kill();
            (await Cli.EndAsync(process)).Code.ShouldBe(KillingGround.Killed);
            await ground.CheckAsync($"kill {kill} of watch");
            Tell("watch", kill + 1);
        }

        output.WriteLine($"watch: {kills} kills, {ground.DoneUnsaid} after the change was taken up");
    }

    [Fact]
    public async Task Serve_Killed_AcknowledgedChangesAreThere()
    {
        int kills = LongTier.Rounds(3, 500);
        using KillingGround ground = await KillingGround.CreateAsync(Articles);
        int acknowledged = 0;
        int underWay = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            int before = ground.Ledger.Acknowledged;
            using (ServerProcess server = await ServerProcess.StartAsync(ground.Index, AdminClient.Environment))
            {
                using var client = new AdminClient(server.Address);
                Task[] writers = [.. Enumerable.Range(0, 2).Select(w => ChangeUntilDeathAsync(ground, client, w, 2, Seeds.Of(kill, w)))];
                if (kill % 3 == 0) await client.StartRebuildAsync();

                // The first change waits for the compiler: every other time the server dies while it makes its first changes, else later.
                while (kill % 2 == 0 && ground.Ledger.Acknowledged == before && !writers.Any(w => w.IsCompleted)) await Task.Delay(5, TestContext.Current.CancellationToken);
                await Task.Delay(ground.Random.Next(20, 1_000), TestContext.Current.CancellationToken);
                server.Process.Kill();
                await Task.WhenAll(writers);
            }

            acknowledged += ground.Ledger.Acknowledged - before;
            if (ground.Ledger.IsUnderWay) underWay++;
            ground.Ledger.Check(ground.Articles.ReadFolder(), $"folder after kill {kill} of serve");
            await ground.CheckAsync($"kill {kill} of serve");
            Tell("serve", kill + 1);
        }

        output.WriteLine($"serve: {kills} kills, {acknowledged} acknowledged changes, {underWay} kills during a change");
        acknowledged.ShouldBeGreaterThan(0);
    }

    /// <summary>Puts and deletes articles of its own one after the other until nobody answers, or not in time: then nothing was promised.</summary>
    private static async Task ChangeUntilDeathAsync(KillingGround ground, AdminClient client, int writer, int writers, Random random)
    {
        while (true)
        {
            string id = VersionedArticles.IdOf((random.Next(Articles / writers) * writers) + writer);
            int? version = random.Next(5) == 0 ? null : ground.NextVersion();
            ground.Ledger.Begin(version, id);
            try
            {
                if (version is { } number) await client.PutAsync(id, VersionedArticles.TextOf(id, number));
                else await client.DeleteAsync(id);
            }
            catch (HttpRequestException)
            {
                return;
            }

            ground.Ledger.Acknowledge(id);
        }
    }

    private async Task KillRunsAsync(int kills, string verb)
    {
        using KillingGround ground = await KillingGround.CreateAsync(Articles);
        string[] arguments = ["index", verb, ground.Articles.Folder];
        ground.Ledger.Acknowledge(ground.ChangeSome(5));
        var clock = Stopwatch.StartNew();
        (await ground.KillAsync(TimeSpan.FromMinutes(1), arguments)).ShouldBeFalse();
        TimeSpan whole = clock.Elapsed;
        int died = 0;
        int attempts = 0;
        while (died < kills && attempts < 4 * kills)
        {
            attempts++;
            string[] changed = ground.ChangeSome(5);
            TimeSpan moment = whole * (Starting + ((1 - Starting) * ground.Random.NextDouble()));
            clock.Restart();
            if (await ground.KillAsync(moment, arguments))
            {
                // Runs get slower when the machine has other work: the last moments would never be tried.
                died++;
                whole *= 1.01;
            }
            else
            {
                ground.Ledger.Acknowledge(changed);
                whole = ((whole * 3) + clock.Elapsed) / 4;
            }

            await ground.CheckAsync(string.Create(CultureInfo.InvariantCulture, $"attempt {attempts} of {verb}"));
            Tell(verb, died);
        }

        output.WriteLine($"{verb}: {attempts} runs, {died} kills at moments over {whole.TotalSeconds:0.00} s, {ground.DoneUnsaid} after the change was done");
        died.ShouldBe(kills);
    }

    /// <summary>The long tier takes long.</summary>
    private void Tell(string what, int kills)
    {
        if (kills > 0 && kills % 50 == 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {kills} kills so far"));
    }

    private static async Task WaitForWriterAsync(Process process, string index)
    {
        string holder = process.Id.ToString(CultureInfo.InvariantCulture);
        string path = Path.Combine(index, "writer.json");
        while (!process.HasExited)
        {
            try
            {
                if (File.Exists(path) && (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Contains(holder, StringComparison.Ordinal)) return;
            }
            catch (IOException)
            {
                // Just deleted.
            }

            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The process ended: " + (await Cli.EndAsync(process)).Error);
    }
}
