using Microsoft.Extensions.Configuration;

namespace SearchNews.Cli.Configuration;

/// <summary>The collector that spans and metrics are sent to.</summary>
/// <param name="Endpoint">Its address; over HTTP the one that /v1/traces and /v1/metrics are below.</param>
/// <param name="IsGrpc">How it is spoken to: gRPC, or HTTP with protobuf.</param>
internal sealed record OtlpTarget(Uri Endpoint, bool IsGrpc)
{
    private const string Http = "http/protobuf";
    private const string Grpc = "grpc";

    /// <summary>Reads the settings, and where they say nothing OpenTelemetry's own variables; null when there is no collector.</summary>
    /// <exception cref="UsageException">A value is impossible; the message names the key.</exception>
    public static OtlpTarget? Read(IConfiguration configuration)
    {
        (string endpointKey, string? endpoint) = Find(configuration, "Otlp:Endpoint", "OTEL_EXPORTER_OTLP_ENDPOINT");
        (string protocolKey, string? protocol) = Find(configuration, "Otlp:Protocol", "OTEL_EXPORTER_OTLP_PROTOCOL");
        if (protocol is not (null or Http or Grpc)) throw new UsageException($"{protocolKey} is '{protocol}'; it must be {Http} or {Grpc}.");
        if (endpoint is null) return null;
        bool isUrl = Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
        return isUrl ? new OtlpTarget(uri!, protocol == Grpc) : throw new UsageException($"{endpointKey} is '{endpoint}'; it must be an address such as http://127.0.0.1:4318.");
    }

    private static (string Key, string? Value) Find(IConfiguration configuration, string key, string variable)
    {
        if (!string.IsNullOrWhiteSpace(configuration[key])) return (key, configuration[key]);
        string? value = Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrWhiteSpace(value) ? (key, null) : (variable, value);
    }
}
