using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json;
using SearchNews.Cli.Completion;

namespace SearchNews.Cli.Tests.Commands;

/// <summary>What can be asked over HTTP can be asked here, by the same names.</summary>
public sealed class ParameterFlagsTests
{
    // Arguments of the command line, or a form that only the command line needs.
    private static readonly string[] Arguments = ["q", "id", "title", "excerpt", "text"];

    [Theory]
    [InlineData("search", "/v1/search")]
    [InlineData("explain", "/v1/explain")]
    [InlineData("similar", "/v1/articles/{id}/similar")]
    public void Command_HasTheParametersOfItsRoute(string command, string route)
    {
        HashSet<string> flags = [.. CommandTree.Find(command).Options.Where(option => option is not System.CommandLine.Help.HelpOption).Select(option => option.Name[2..])];
        HashSet<string> parameters = [.. Parameters(route).Select(parameter => parameter.Name)];

        // A draft has a time; what does not order or cut a list does not matter for one article.
        HashSet<string> exceptions = command switch
        {
            "similar" => ["now"],
            "explain" => ["page", "size", "sort", "explain", "cursor", "fields", "facets", "highlight", "group"],
            _ => [],
        };
        parameters.Except(flags).Except(Arguments).Except(exceptions).ShouldBeEmpty("parameters without a flag");
        flags.Except(parameters).Except(Arguments).Except(exceptions).ShouldBeEmpty("flags without a parameter");
    }

    [Fact]
    public void Values_OfferedForFlags_AreThoseOfTheParameters()
    {
        Command search = CommandTree.Find("search");
        CompletionValues.AddTo(search);
        int compared = 0;
        foreach ((string name, string[] values) in Parameters("/v1/search").Where(parameter => parameter.Values.Length > 0))
        {
            Option option = search.Options.Single(o => o.Name == $"--{name}");
            option.GetCompletions(CompletionContext.Empty).Select(item => item.Label).Order(StringComparer.Ordinal).ShouldBe(values.Order(StringComparer.Ordinal), name);
            compared++;
        }

        compared.ShouldBeGreaterThan(4);
    }

    private static IEnumerable<(string Name, string[] Values)> Parameters(string route)
    {
        using JsonDocument description = JsonDocument.Parse(File.ReadAllText(RepoRoot.Combine("tests", "SearchNews.Api.Tests", "openapi.json")));
        foreach (JsonElement parameter in description.RootElement.GetProperty("paths").GetProperty(route).GetProperty("get").GetProperty("parameters").EnumerateArray())
        {
            JsonElement schema = parameter.GetProperty("schema");
            if (schema.TryGetProperty("items", out JsonElement items)) schema = items;
            string[] values = schema.TryGetProperty("enum", out JsonElement choices) ? [.. choices.EnumerateArray().Select(choice => choice.ToString())] : [];
            yield return (parameter.GetProperty("name").GetString()!, values);
        }
    }
}
