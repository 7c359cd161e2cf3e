using SearchNews.Cli.Configuration;

namespace SearchNews.Cli.Tests.Configuration;

public sealed class EnvironmentSettingsTests(SampleIndex index)
{
    [Theory]
    [InlineData("INDXE", "SEARCHNEWS_INDXE is no setting and has no effect; did you mean SEARCHNEWS_INDEX?")]
    [InlineData("LIMITS:DEDLINE", "SEARCHNEWS_LIMITS__DEDLINE is no setting and has no effect; did you mean SEARCHNEWS_LIMITS__DEADLINE?")]
    [InlineData("LIMITS_DEADLINE", "SEARCHNEWS_LIMITS_DEADLINE is no setting and has no effect; did you mean SEARCHNEWS_LIMITS__DEADLINE?")]
    [InlineData("DEADLINE", "SEARCHNEWS_DEADLINE is no setting and has no effect; did you mean SEARCHNEWS_LIMITS__DEADLINE?")]
    [InlineData("ADMINKEYS", "SEARCHNEWS_ADMINKEYS is no setting and has no effect; did you mean SEARCHNEWS_ADMIN_KEY?")]
    [InlineData("INDEX:0", "SEARCHNEWS_INDEX__0 is no setting and has no effect; did you mean SEARCHNEWS_INDEX?")]
    [InlineData("SERVICE_HOST", "SEARCHNEWS_SERVICE_HOST is no setting and has no effect")]
    public void WarningsOf_UnknownKey_NameTheNearest(string key, string warning) => EnvironmentSettings.WarningsOf([key]).ShouldBe([warning]);

    [Theory]
    [InlineData("ADMIN_KEY")]
    [InlineData("AdminKey")]
    [InlineData("URLS:0")]
    [InlineData("Profiles:mine:k1")]
    [InlineData("SERILOG:MINIMUMLEVEL")]
    [InlineData("CORPUS")]
    [InlineData("REQUIRE_ORACLE")]
    [InlineData("TEST_SEED")]
    public void WarningsOf_KnownKey_None(string key) => EnvironmentSettings.WarningsOf([key]).ShouldBeEmpty();

    [Fact]
    public void WarningsOf_EverySetting_None() => EnvironmentSettings.WarningsOf(Settings.All.Select(s => s.Key.ToUpperInvariant())).ShouldBeEmpty();

    [Fact]
    public async Task Command_MistypedVariable_WarnsAndGoesOn()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SEARCHNEWS_SYNONYM"] = "x", ["SEARCHNEWS_LIMITS__DEDLINE"] = " ", ["SEARCHNEWS_LONG_TESTS"] = "1" };

        CliResult result = (await Cli.RunProcessAsync(environment, "index", "stats", "--index", index.Path)).ShouldExit(ExitCode.Done);

        result.Error.Trim().ShouldBe("warning: SEARCHNEWS_SYNONYM is no setting and has no effect; did you mean SEARCHNEWS_SYNONYMS?");
        result.Output.ShouldContain(index.Path);
    }
}
