using System.CommandLine;
using SearchNews.Cli.Output;
using SearchNews.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews search QUERY</c></summary>
internal sealed class SearchCommand : CliCommand
{
    private readonly Argument<string[]> _query;
    private readonly SearchOptions _options;

    // Known, so that whoever tries it learns why it cannot be.
    private readonly Option<string?> _cursor;

    public SearchCommand()
        : base("search", "Searches the live index; same parameters as GET /v1/search.")
    {
        _query = Add(new Argument<string[]>("QUERY") { Description = "Words, \"phrases\", +must -not OR, title: site: topic: type:, prefix*. Nothing lists everything.", Arity = ArgumentArity.ZeroOrMore });
        _options = new SearchOptions(Command);
        _cursor = Add(new Option<string?>("--cursor") { Hidden = true });
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments.GetValue(_cursor) is not null) throw new InvalidRequestException("cursor", "goes on in what a serving process keeps, and a command keeps nothing; use --page, or ask 'serve'.");
        string query = string.Join(' ', context.Arguments.GetValue(_query) ?? []);
        SearchRequest request = SearchParameters.Parse([.. _options.Read(context.Arguments), KeyValuePair.Create("q", query)], TimeProvider.System.GetUtcNow(), context.Profiles);
        if (!context.Json && request.Highlight == HighlightMode.Offsets) request = request with { Highlight = HighlightMode.Tags };
        SearchResponse response = (await context.OpenBackend().SearchAsync(request, cancellationToken)) with { Cursor = null };
        if (context.Json) JsonOutput.Write(context.Output, response.Only(request.Fields), SparseJson.TypeInfo<SearchResponse>());
        else HitTables.Write(context, response);
        return ExitCode.Done;
    }
}
