using System.Text.RegularExpressions;

namespace SearchNews.Cli.Tests.Sabotage;

/// <summary>
/// Each protection is taken out of a copy of the source, and its own test must fail there: a test that stays green without the protection tests nothing.
/// The long tier builds and runs; the fast tier checks that the list still fits the code.
/// </summary>
public sealed partial class SabotageTests(SourceTree tree) : IClassFixture<SourceTree>
{
    /// <summary>The list, one row a protection.</summary>
    public static TheoryData<Protection> All => [.. Protections.All];

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public async Task Protection_Listed_StandsOnceInTheCode(Protection protection)
    {
        ArgumentNullException.ThrowIfNull(protection);
        string code = await File.ReadAllTextAsync(RepoRoot.Combine(protection.File), TestContext.Current.CancellationToken);
        (code.Split(protection.Code).Length - 1).ShouldBe(1, $"'{protection.Code}' in {protection.File}");
        protection.Sabotaged.ShouldNotBe(protection.Code);
        Directory.Exists(RepoRoot.Combine("tests", protection.TestProject)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public async Task Protection_TakenOut_ItsTestFails(Protection protection)
    {
        ArgumentNullException.ThrowIfNull(protection);
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SEARCHNEWS_LONG_TESTS") == "1", "builds the code once a protection; set SEARCHNEWS_LONG_TESTS=1");
        string output = await tree.RunSabotagedAsync(protection);
        Match summary = Summary.Match(output);

        // A test process that died (of a stack overflow, say) has noticed too.
        if (!summary.Success)
        {
            output.ShouldContain("Starting:");
            return;
        }

        summary.Groups["total"].Value.ShouldNotBe("0", $"no test is called {protection.Test}");
        (int.Parse(summary.Groups["failed"].Value, System.Globalization.CultureInfo.InvariantCulture) + int.Parse(summary.Groups["errors"].Value, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBeGreaterThan(0, $"{protection.Test} did not notice:\n{output}");
    }

    [GeneratedRegex(@"Total: (?<total>\d+), Errors: (?<errors>\d+), Failed: (?<failed>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Summary { get; }
}
