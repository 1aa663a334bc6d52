import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { type CfnStage, HttpApi, HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { RouteTrigger } from '../wiring.ts';
import { pascalCase } from './pascal-case.ts';
import type { ServiceFunction } from './service-function.ts';

/** No path, query, address or agent: a log line says that a route was called and how it went, not by whom. */
const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLatency: '$context.responseLatency',
});

/** The HTTP API: every route behind the app's JWT unless its row says that it is public. */
export class HttpRoutes extends Construct {
  readonly #api: HttpApi;
  readonly #authorizer: HttpJwtAuthorizer;

  constructor(scope: Construct, id: string, props: { readonly issuer: string; readonly audience: string }) {
    super(scope, id);
    this.#api = new HttpApi(this, 'Http', { apiName: 'smartlading', createDefaultStage: true });
    this.#authorizer = new HttpJwtAuthorizer('App', props.issuer, { jwtAudience: [props.audience] });
    const accessLog = new LogGroup(this, 'Access', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = this.#api.defaultStage?.node.defaultChild as CfnStage;
    stage.accessLogSettings = { destinationArn: accessLog.logGroupArn, format: accessLogFormat };
    stage.defaultRouteSettings = { throttlingRateLimit: 200, throttlingBurstLimit: 400 };
  }

  connect(trigger: RouteTrigger, lambda: ServiceFunction): void {
    const [route] = this.#api.addRoutes({
      path: trigger.path,
      methods: [HttpMethod[trigger.method]],
      integration: new HttpLambdaIntegration(pascalCase(lambda.node.id), lambda),
      authorizer: trigger.protected ? this.#authorizer : new HttpNoneAuthorizer(),
    });
    if (!trigger.protected && route) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions::AwsSolutions-APIG4',
        reason: 'Public by its row in the wiring table: the API description holds nothing of any customer.',
      });
    }
  }
}
