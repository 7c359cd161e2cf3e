using System.Text.Json;

namespace SearchNews.Cli.Tests;

public sealed class OwnProfilesTests(SampleIndex index) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Search_OwnProfile_RanksByIt()
    {
        string config = Config("""{"mine":{"lambda":2,"quality":2},"as-none":{"lambda":0}}""");

        JsonElement mine = (await SearchAsync(config, "mine", "--explain", "1")).ShouldExit(ExitCode.Done).Json;
        JsonElement zero = (await SearchAsync(config, "as-none")).ShouldExit(ExitCode.Done).Json;
        JsonElement none = (await SearchAsync(config, "none")).ShouldExit(ExitCode.Done).Json;

        mine.GetProperty("meta").GetProperty("profile").GetString().ShouldBe("mine");
        JsonElement parts = mine.GetProperty("hits")[0].GetProperty("explain").GetProperty("parts");
        parts.GetProperty("quality").GetProperty("value").GetDouble().ShouldBeGreaterThan(1);
        parts.GetProperty("recency").GetProperty("value").GetDouble().ShouldBe(0);
        Scores(zero).ShouldBe(Scores(none));
    }

    [Fact]
    public async Task Eval_OwnProfileAsBaseline_IsMeasured()
    {
        JsonElement report = (await index.RunAsync("eval", "--known-items", "6", "--baseline", "mine", "--config", Config("""{"mine":{"recency":1}}"""), "--json")).ShouldExit(ExitCode.Done).Json;

        report.GetProperty("baseline").GetProperty("profile").GetString().ShouldBe("mine");
    }

    [Theory]
    [InlineData("""{"mine":{"lambda":11}}""", "Profiles:mine:lambda is '11'; it must be a number from 0 to 10")]
    [InlineData("""{"mine":{"recency":"much"}}""", "Profiles:mine:recency is 'much'")]
    [InlineData("""{"mine":{"recencyHalfDays":0}}""", "Profiles:mine:recencyHalfDays is '0'")]
    [InlineData("""{"mine":{"recensy":1}}""", "Profiles:mine:recensy is no value of a profile; did you mean 'recency'?")]
    [InlineData("""{"classic":{"k1":1}}""", "Profiles:classic is a profile that there always is")]
    [InlineData("""{"my profile":{"k1":1}}""", "Profiles:my profile is no name for a profile")]
    public async Task Search_WrongProfile_NamesTheKeyAndExits2(string profiles, string message) =>
        (await SearchAsync(Config(profiles), "balanced")).ShouldExit(ExitCode.Usage).Error.ShouldContain(message);

    [Fact]
    public async Task Search_UnknownProfile_NamesTheOwnersToo() =>
        (await SearchAsync(Config("""{"mine":{}}"""), "yours")).ShouldExit(ExitCode.Usage).Error.ShouldContain("classic, mine.");

    private static string[] Scores(JsonElement response) => [.. response.GetProperty("hits").EnumerateArray().Select(hit => $"{hit.GetProperty("id")} {hit.GetProperty("score")}")];

    private string Config(string profiles) => _folder.WriteFile("settings.json", $$"""{"Profiles":{{profiles}}}""");

    private Task<CliResult> SearchAsync(string config, string profile, params string[] more) =>
        index.RunAsync(["search", "moon", "--config", config, "--profile", profile, "--now", "2025-12-31", "--json", .. more]);
}
