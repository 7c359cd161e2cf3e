using System.Text.Json;

namespace SearchNews.Cli.Tests;

/// <summary>What a run of the program left behind.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record CliResult(int Code, string Output, string Error)
{
    /// <summary>The output as JSON; fails when it is not one document.</summary>
    public JsonElement Json
    {
        get
        {
            using JsonDocument document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }

    /// <summary>Fails, with all that was printed, unless the program ended with this code.</summary>
    public CliResult ShouldExit(int code)
    {
        Code.ShouldBe(code, $"stdout:\n{Output}\nstderr:\n{Error}");
        return this;
    }
}
